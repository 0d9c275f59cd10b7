package org.penumbra.view.draw.detector;

import java.util.Locale;
import org.penumbra.detector.Conformal;
import org.penumbra.detector.Description;
import org.penumbra.view.widget.symbol.Symbol;

/** What a detector holds against its threshold, as a symbol that can be asked what it means. */
final class DetectorSymbols {

    private DetectorSymbols() {}

    /** The symbol of the acceptance, with all there is to say of the detector. */
    static Symbol of(Description about) {
        boolean conformal = about.usualTau() == Conformal.USUAL_TAU;
        String score = about.symbol().replace("c~", "c\u0303");
        return conformal
                ? new Symbol(
                        "p",
                        about.name(),
                        "p = (1 + held-out images of at most this score) / (n + 1),   score: " + score,
                        meaning(about)
                                + " p is the share of held-out images that look at least this strange; below \u03c4 = "
                                + about.usualTau() + " the answer is: unknown. Source: " + about.source() + ".")
                : new Symbol(
                        score,
                        about.name(),
                        "answer if " + score + " \u2265 \u03c4, else unknown",
                        meaning(about) + " Source: " + about.source() + ".");
    }

    private static String meaning(Description about) {
        String words = about.meaning();
        return "It looks at " + words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
