package org.penumbra.detector.neighbour;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
 * The distance to the k-th nearest training input in the network's code, all codes divided by their lengths. Source: Sun,
 * Ming, Zhu and Li, "Out-of-Distribution Detection with Deep Nearest Neighbors", ICML 2022. The distance itself is taken, not its
 * square as in OpenOOD; the ranking is the same.
 *
 * <p>Our choices: a conformal acceptance, the share of held-out inputs that are at least as far from theirs, and
 * {@code s_c = p_c * acceptance}; a code of length 0 has no direction, so it counts as opposite to all, at distance 2, and is not
 * remembered; codes are kept in bytes, by which files are small.
 *
 * @param bank   how the numbers of remembered codes are kept
 * @param k      which neighbour's distance counts
 * @param images training inputs that are remembered at most, of each class its share; the first ones of each
 */
public record DeepNeighbours(Keeping bank, int k, int images) implements Detector {

    /** In files and on the command line. */
    public static final String ID = "deep-knn";

    /** For the catalogue. */
    public static final DetectorKind KIND = DetectorKind.of(
            new DeepNeighbours(Keeping.BYTES, 10, 10_000),
            chosen -> new DeepNeighbours(Keeping.of(chosen.word("bank")), chosen.whole("k"), chosen.whole("images")),
            FittedDeepNeighbours::of);

    /** How far a fit has come when the neighbours of held-out inputs are looked for. */
    private static final double PREPARED = 0.1;

    public DeepNeighbours {
        NearestNeighbours.NEIGHBOURS.require("k", k);
        NearestNeighbours.REMEMBERED.require("images", images);
    }

    @Override
    public Description about() {
        return new Description(
                ID,
                "deep nearest neighbours",
                "P(d_k)",
                "how far the nearest training inputs are in the network's code, against those of held-out inputs",
                "Sun, Ming, Zhu and Li, ICML 2022",
                Conformal.USUAL_TAU,
                List.of(NearestNeighbours.neighbours(k), NearestNeighbours.remembered(images)),
                List.of(NearestNeighbours.kept(bank)));
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.CODE, Evidence.Part.LOGITS);
    }

    Bank.Plan plan() {
        return new Bank.Plan(Features.CODE, bank, true, images);
    }

    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        FitException.require(this, data);
        watcher.at(0);
        Bank remembered = Bank.of(this, data, plan(), k + 1);
        FitWatcher search = watcher.part(PREPARED, 1);
        double[] scores;
        if (data.nothingHeldOut()) {
            float[] rows =
                    Lengths.unit(remembered.kept().decoded(), remembered.kept().width());
            scores = FittedDeepNeighbours.scores(remembered.search().nearest(rows, k, true, search), rows);
        } else {
            FitException.requireFinite(
                    this, "code of held-out inputs", data.heldOut().code());
            scores = FittedDeepNeighbours.scores(remembered, data.heldOut(), k, search);
        }
        if (Arrays.stream(scores).allMatch(score -> score == scores[0])) {
            throw FitException.of(
                    this,
                    "distances: expected known inputs whose codes differ, but all " + scores.length + " are "
                            + -scores[0] + " from their neighbours; take other inputs or another network");
        }
        return new FittedDeepNeighbours(
                this, data.dimensions(), data.classes(), data.train().omega(), remembered, Conformal.of(scores));
    }
}
