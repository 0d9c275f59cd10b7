package org.penumbra.detector.neighbour;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.penumbra.data.Range;
import org.penumbra.detector.Conformal;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.net.Evidence;

/**
 * The k nearest training inputs: the share of them that is of a class, times a factor that falls with their mean distance,
 * {@code s_c = n_c / k * exp(-mean distance / scale)}. Sources: Cover and Hart, IEEE Transactions on Information Theory, 1967,
 * for the vote; Ramaswamy, Rastogi and Shim, SIGMOD 2000, and Angiulli and Pizzuti, PKDD 2002, for the distance.
 *
 * <p>Our choices: the factor, whose scale is the median over the remembered inputs of their own mean distance, each left out of
 * its own neighbours; the acceptance, which is the highest s_c; the ranking, which is minus the mean distance; and the usual
 * threshold of one that is fitted, which refuses one held-out input in a hundred. The vote alone says nothing of distance and
 * is sure far away as a softmax is; the choice {@code score=votes} shows it.
 *
 * @param features what is compared: the inputs' own numbers, or the network's code
 * @param score    what the score is made of
 * @param bank     how the numbers of remembered inputs are kept
 * @param k        neighbours that are looked for
 * @param images   training inputs that are remembered at most, of each class its share; the first ones of each
 */
public record NearestNeighbours(Features features, Score score, Keeping bank, int k, int images) implements Detector {

    /** In files and on the command line. */
    public static final String ID = "knn";

    /** Neighbours that can be looked for. */
    static final Range NEIGHBOURS = Range.of(1, 1000);
    /** Inputs that can be remembered. */
    static final Range REMEMBERED = Range.of(2, 60_000);

    /** For the catalogue. */
    public static final DetectorKind KIND = DetectorKind.of(
            new NearestNeighbours(Features.INPUTS, Score.DISTANCE, Keeping.FLOATS, 5, 10_000),
            chosen -> new NearestNeighbours(
                    Features.of(chosen.word("features")),
                    Score.of(chosen.word("score")),
                    Keeping.of(chosen.word("bank")),
                    chosen.whole("k"),
                    chosen.whole("images")),
            FittedNearestNeighbours::of);

    /** The threshold where none is fitted: a vote of all, with neighbours twice as far as usual, reaches it. */
    private static final double USUAL_TAU = 0.13;

    /** Least share of held-out inputs that are refused at the usual threshold of one that is fitted. */
    private static final double REFUSED = 0.01;

    /** How far a fit has come when the remembered inputs have been compared with each other. */
    private static final double HALF = 0.5;

    /** What the score is made of. */
    public enum Score {
        /** The votes times a factor that falls with distance. */
        DISTANCE,
        /** The votes alone. */
        VOTES;

        /** In files and on the command line. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Score of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    public NearestNeighbours {
        NEIGHBOURS.require("k", k);
        REMEMBERED.require("images", images);
    }

    @Override
    public Description about() {
        return about(score == Score.DISTANCE ? USUAL_TAU : 1);
    }

    /** With the threshold that was found for a fitted one. */
    Description about(double tau) {
        return new Description(
                ID,
                "nearest neighbours",
                "n/k exp(-d/s)",
                "the votes of the nearest training inputs, and how far these are",
                "Cover and Hart, IEEE Trans. Information Theory 1967; Ramaswamy, Rastogi and Shim, SIGMOD 2000",
                tau,
                List.of(neighbours(k), remembered(images)),
                List.of(
                        new Description.Choice(
                                "features",
                                "what is compared: the inputs themselves or the network's code of them",
                                Stream.of(Features.values()).map(Features::id).toList(),
                                features.id()),
                        new Description.Choice(
                                "score",
                                "what the score is made of: votes and distance, or the votes alone",
                                Stream.of(Score.values()).map(Score::id).toList(),
                                score.id()),
                        kept(bank)));
    }

    static Description.Setting neighbours(int k) {
        return new Description.Setting("k", "k", "asks more neighbours", NEIGHBOURS, Description.Scale.WHOLE, k);
    }

    static Description.Setting remembered(int images) {
        return new Description.Setting(
                "images", "n", "remembers more training inputs", REMEMBERED, Description.Scale.WHOLE, images);
    }

    static Description.Choice kept(Keeping bank) {
        return new Description.Choice(
                "bank",
                "how each number of a remembered input is kept: exactly, or as one of 256 levels",
                Stream.of(Keeping.values()).map(Keeping::id).toList(),
                bank.id());
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(features.part());
    }

    Bank.Plan plan() {
        return new Bank.Plan(features, bank, false, images);
    }

    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        FitException.require(this, data);
        watcher.at(0);
        Bank remembered = Bank.of(this, data, plan(), k + 1);
        Found among = remembered
                .search()
                .nearest(remembered.kept().decoded(), k, true, watcher.part(0, data.nothingHeldOut() ? 1 : HALF));
        double scale = median(means(among));
        if (!(scale > 0)) {
            throw FitException.of(
                    this,
                    "distances: expected training inputs that differ, but half of the " + remembered.count()
                            + " that are remembered have " + k
                            + " others equal to them; take other inputs or a larger k");
        }
        Found known = data.nothingHeldOut() ? among : heldOut(remembered, data, watcher.part(HALF, 1));
        FittedNearestNeighbours fitted = new FittedNearestNeighbours(
                this, data.dimensions(), data.classes(), remembered, scale, minus(means(known)), USUAL_TAU);
        double[] acceptances = fitted.opinion(known).acceptance();
        Arrays.sort(acceptances);
        return fitted.withUsualTau(acceptances[(int) (REFUSED * acceptances.length)]);
    }

    private Found heldOut(Bank remembered, FitData data, FitWatcher watcher) {
        float[] queries = features.of(data.heldOut());
        FitException.requireFinite(this, features.id() + " of held-out inputs", queries);
        return remembered.search().nearest(queries, k, false, watcher);
    }

    private static double[] means(Found found) {
        double[] means = new double[found.count()];
        Arrays.setAll(means, found::mean);
        return means;
    }

    private static Conformal minus(double[] distances) {
        return Conformal.of(Arrays.stream(distances).map(distance -> -distance).toArray());
    }

    /** The middle one, or the mean of the two in the middle. */
    static double median(double[] values) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        int half = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[half] : (ascending[half - 1] + ascending[half]) / 2;
    }
}
