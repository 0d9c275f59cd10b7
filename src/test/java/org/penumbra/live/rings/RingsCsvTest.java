package org.penumbra.live.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RingsCsvTest {

    @Test
    void decimalsHaveADotWhereverTheProgramRuns() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            StringWriter text = new StringWriter();
            RingsCsv.write(text, List.of(new RingsPoint(2, 40, 0.5, 0.25, 0.75, Double.NaN, 0.998)));
            assertEquals("""
                    run,step,classification_loss,reconstruction_loss,accuracy,auroc_without_gamma,auroc_with_gamma
                    2,40,0.5,0.25,0.75,NaN,0.998
                    """, text.toString());
        } finally {
            Locale.setDefault(before);
        }
    }
}
