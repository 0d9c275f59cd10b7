package org.penumbra.view.draw.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penumbra.archive.Models;
import org.penumbra.kit.ImageModels;
import org.penumbra.kit.ModelAnswers;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.net.image.GammaEstimate;
import org.penumbra.net.image.TrainedModel;

class HistoryCsvTest {

    private static final TrainedModel DAE = Models.shipped("fashion-mnist-dae-sym");
    private static final TrainedModel CNN = Models.shipped("fashion-mnist-cnn");

    private static ModelAnswer answer(TrainedModel model, double error, Optional<GammaEstimate> gamma) {
        float[] y = new float[10];
        y[0] = 0.75f;
        y[9] = 0.25f;
        return ModelAnswers.of(model, y, new float[0], error, gamma, false);
    }

    private static List<HistoryCsv.Line> lines() {
        return List.of(new HistoryCsv.Line(
                "a \"shirt\", drawn",
                List.of(
                        answer(CNN, Double.NaN, Optional.empty()),
                        answer(DAE, 7.84, Optional.of(new GammaEstimate(-0.5, 0.125, 64)))),
                List.of("cnn", "dae")));
    }

    @Test
    void everyInputAndModelHasALineWithItsVerdictAndWhatItRestsOn() {
        String[] text = HistoryCsv.verdicts(lines(), new DrawSettings(false, 1, 10, 2, 0.5))
                .split("\n");
        assertEquals(3, text.length);
        assertEquals(
                "\"a \"\"shirt\"\", drawn\",cnn,,,,,1.000000,,T-shirt/top,0.7500000,0.7500000,,,0.5000000,true,"
                        + "\"T-shirt/top, 75.0 % sure\"",
                text[1]);
        // exp(-10 / 784 * 7.84) = exp(-0.1) = 0.904837; times 0.75.
        assertEquals(
                "\"a \"\"shirt\"\", drawn\",dae,7.840000,-0.5000000,0.1250000,64,0.9048374,1.000000,T-shirt/top,"
                        + "0.7500000,0.6786281,10.00000,2.000000,0.5000000,true,\"T-shirt/top, 67.8 % sure\"",
                text[2]);
    }

    @Test
    void everyLineHasAsManyColumnsAsTheHeaderAlsoWithoutGammaOrVerdict() {
        TrainedModel bare = ImageModels.withoutHeldOut(DAE);
        List<HistoryCsv.Line> lines = List.of(new HistoryCsv.Line(
                "x",
                List.of(answer(DAE, 3, Optional.empty()), answer(bare, 3, Optional.empty())),
                List.of("dae", "bare")));
        String[] text = HistoryCsv.verdicts(lines, DrawSettings.standard()).split("\n");
        assertTrue(text[2].endsWith(",no verdict: not calibrated"), text[2]);
        for (String line : text) {
            assertEquals(
                    15,
                    line.replaceAll("\"[^\"]*\"", "")
                            .chars()
                            .filter(letter -> letter == ',')
                            .count(),
                    line);
        }
        assertTrue(text[1].contains("x,dae,3.000000,,,,"), text[1]);
    }

    @Test
    void everyClassOfEveryModelHasALineWithYAndItsScaledOutput() {
        String[] text = HistoryCsv.scores(lines(), new DrawSettings(false, 1, 10, 2, 0.5))
                .split("\n");
        assertEquals(1 + 2 * 10, text.length);
        assertEquals("input,model,class,name,y,scaled", text[0]);
        assertEquals("\"a \"\"shirt\"\", drawn\",cnn,9,Ankle boot,0.25,0.2500000", text[10]);
        assertEquals("\"a \"\"shirt\"\", drawn\",dae,9,Ankle boot,0.25,0.2262094", text[20]);
    }
}
