package org.penumbra.detector.jury;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.penumbra.detector.Conformal;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.net.Evidence;

/**
 * Several detectors, the jurors, of whom each looks at something else. The ranking of each becomes a conformal share of held-out
 * inputs, {@code (1 + those that are at most as well known) / (n + 1)}, and the shares become the jury's score ({@link Combine}).
 * Where one juror is blind another sees. It is ours; decision 41 says how it was chosen.
 *
 * <p>Our choices: the acceptance is the share of held-out inputs whose score is at most the input's, so that the usual threshold
 * refuses one known input in a hundred as for every juror, which the least of several shares alone would not; and
 * {@code s_c = p_c * acceptance}. Where nothing was held out, every fifth input is.
 *
 * @param combine how the shares become one score
 * @param members who the jurors are
 */
public record Jury(Combine combine, Members members) implements Detector {

    /** In files and on the command line. */
    public static final String ID = "jury";

    /** For the catalogue. */
    public static final DetectorKind KIND = new DetectorKind(
            new Jury(Combine.PRODUCT, Members.WITH_SVM),
            chosen -> new Jury(Combine.of(chosen.word("combine")), Members.of(chosen.word("members"))),
            FittedJury::of);

    /** Of inputs of which none was held out, one in so many is. */
    private static final int ONE_IN = 5;
    /** How far a fit has come when all jurors are fitted, and when all have said what they think of held-out inputs. */
    private static final double FITTED = 0.7;

    @Override
    public Description about() {
        return new Description(
                ID,
                "the jury",
                "P(jury)",
                "what several detectors say together, each against held-out inputs",
                "this program; conformal shares after Vovk, Gammerman and Shafer, 2005",
                Conformal.USUAL_TAU,
                List.of(),
                List.of(
                        new Description.Choice(
                                "combine",
                                "how the jurors' shares become one score: the least, their product, or the mean in standard "
                                        + "deviations",
                                Stream.of(Combine.values()).map(Combine::id).toList(),
                                combine.id()),
                        new Description.Choice(
                                "members",
                                "who the jurors are",
                                Stream.of(Members.values()).map(Members::id).toList(),
                                members.id())));
    }

    @Override
    public Set<Evidence.Part> needs() {
        Set<Evidence.Part> needs = EnumSet.of(Evidence.Part.LOGITS);
        members.jurors().forEach(juror -> needs.addAll(juror.needs()));
        return needs;
    }

    @Override
    public Fitted fit(FitData all, FitWatcher watcher) {
        FitException.require(this, all);
        watcher.at(0);
        if (all.train().omega() > 1) {
            throw FitException.of(
                    this,
                    "outputs: expected one a class, as max softmax and energy are of such, but there are "
                            + all.train().omega() + "; take another network");
        }
        FitData data = all.holdingOut(ONE_IN);
        if (data.heldOut().count() == 0) {
            throw FitException.of(
                    this,
                    "held-out inputs: expected at least 1, but of "
                            + all.train().count() + " inputs none is left to hold out; take more inputs");
        }
        List<Fitted> jurors = new ArrayList<>();
        List<JurorScale> benches = new ArrayList<>();
        List<double[]> rankings = new ArrayList<>();
        int count = members.jurors().size();
        for (int juror = 0; juror < count; juror++) {
            FitWatcher own = watcher.part((double) juror / count, (juror + 1.0) / count);
            Fitted fitted = members.jurors().get(juror).fit(data, own.part(0, FITTED));
            double[] ranking = fitted.judge(data.heldOut()).ranking();
            for (double one : ranking) {
                if (Double.isNaN(one)) {
                    throw FitException.of(
                            this,
                            "held-out inputs: expected a number from every juror for each, but "
                                    + fitted.about().name()
                                    + " has none for some; take a network whose training went well");
                }
            }
            own.at(1);
            jurors.add(fitted);
            rankings.add(ranking);
            benches.add(JurorScale.of(ranking));
        }
        return new FittedJury(
                this,
                data.dimensions(),
                data.classes(),
                data.heldOut().omega(),
                jurors,
                benches,
                Conformal.of(scores(combine, benches, rankings)));
    }

    /**
     * The jury's score of each input, for whoever tries juries without fitting them.
     *
     * @param benches  of each juror
     * @param rankings of each juror, one an input
     */
    public static double[] scores(Combine combine, List<JurorScale> benches, List<double[]> rankings) {
        double[] scores = new double[rankings.get(0).length];
        double[] shares = new double[benches.size()];
        double[] standard = new double[benches.size()];
        int heldOut = benches.get(0).known().heldOut().length;
        for (int row = 0; row < scores.length; row++) {
            for (int juror = 0; juror < shares.length; juror++) {
                JurorScale bench = benches.get(juror);
                double ranking = rankings.get(juror)[row];
                shares[juror] = bench.known().share(ranking);
                standard[juror] = bench.standard(ranking);
            }
            scores[row] = combine.score(shares, standard, heldOut);
        }
        return scores;
    }
}
