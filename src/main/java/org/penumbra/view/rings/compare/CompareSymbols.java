package org.penumbra.view.rings.compare;

import java.util.List;
import java.util.Locale;
import org.penumbra.detector.Description;
import org.penumbra.view.widget.symbol.Symbol;

/** What can be asked of the figures and the settings of detectors. */
public final class CompareSymbols {

    /** Of a detector's ranking. */
    public static final Symbol AUROC = new Symbol(
            "AUROC",
            "Area under the ROC curve",
            "AUROC = P( score(on) > score(off) )",
            "The chance that a place on the data gets a higher score than a place off them, over the whole plane: 0.5 is "
                    + "guessing, 1 never errs. The score is the one that a detector ranks places by.");
    /** Of its acceptance. */
    public static final Symbol FAR_AWAY = new Symbol(
            "far away",
            "Mean acceptance far away",
            "mean of the acceptance where distance(x, data) > 1.5",
            "How much is accepted far from all data, where nothing is known and every answer is a guess. The classifier "
                    + "alone is sure there: it overgeneralizes. For data of another size, far is 0.3 of the width in "
                    + "which they are seen whole.");

    /** Every one of them. */
    public static final List<Symbol> ALL = List.of(AUROC, FAR_AWAY);

    private static final String ARTICLE = "the ";

    private CompareSymbols() {}

    /** The score of a detector, as formulas have it. */
    public static String sign(Description about) {
        return notation(about.symbol());
    }

    /** A detector's name where a title begins with it. */
    public static String title(Description about) {
        return capital(name(about));
    }

    /** Its name in a menu, without the article it has in a sentence. */
    static String name(Description about) {
        return about.name().startsWith(ARTICLE) ? about.name().substring(ARTICLE.length()) : about.name();
    }

    /** What is to be said of a setting. */
    static Symbol of(Description.Setting setting) {
        return new Symbol(notation(setting.symbol()), words(setting.name()), "", sentence(setting.meaning()));
    }

    /** A word of a file, as a label: "delta_tau" is "Delta tau". */
    static String words(String name) {
        return capital(name.replace('_', ' ').replace('-', ' '));
    }

    /** A word of a file, within a sentence: "one-class" stays, "nearest_k" is "nearest k". */
    static String plain(String option) {
        return option.replace('_', ' ');
    }

    static String sentence(String clause) {
        return capital(clause) + ".";
    }

    /** A tilde stands over the letter before it, and what follows a low line is low. */
    private static String notation(String plain) {
        return plain.replaceAll("(\\p{L})~", "$1\u0303").replaceAll("_(?!\\{)(\\w+|[^\\s_])", "_{$1}");
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
