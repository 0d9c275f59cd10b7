package org.penumbra.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.penumbra.confidence.Verdict;
import org.penumbra.confidence.Verdict.Doubt;
import org.penumbra.detector.Reason;

/**
 * Why a fitted detector trusts an answer or does not, in words, for the window and the command line alike. They are clauses for
 * the middle of a sentence, without a full stop, so that "because" or a colon may stand before them.
 *
 * @param classes what the classes are called, one for each
 * @param inputs  what training inputs are called, several of them: "images", "points"
 * @param known   what inputs of known classes are called: "digits", "known images"
 */
public record ReasonWords(List<String> classes, String inputs, String known) {

    private static final String DIGIT = "[0-9]";

    public ReasonWords {
        classes = List.copyOf(classes);
    }

    /** Of images whose classes have these names; where each is a digit, known images are called digits. */
    public static ReasonWords ofImages(List<String> classes) {
        return new ReasonWords(
                classes, "images", classes.stream().allMatch(name -> name.matches(DIGIT)) ? "digits" : "known images");
    }

    /** Of points of the plane, whose classes have numbers. */
    public static ReasonWords ofPoints(int classes) {
        return new ReasonWords(
                IntStream.range(0, classes).mapToObj(k -> "class " + k).toList(), "points", "known points");
    }

    /**
     * The answer and what speaks for or against it: "7: the 5 nearest training images are all 7, ..." or "unknown: ...".
     *
     * @param verdict of the same input by the same detector
     */
    public String sentence(Reason reason, Verdict verdict) {
        String answer = verdict.known() ? classes.get(verdict.bestClass()) : "unknown";
        return answer + ": " + why(reason, verdict);
    }

    /**
     * What speaks for the verdict or against it.
     *
     * @param verdict of the same input by the same detector
     */
    public String why(Reason reason, Verdict verdict) {
        if (verdict.doubt() == Doubt.NOT_A_NUMBER) {
            return new VerdictWords(verdict).detail();
        }
        boolean trusted = verdict.known();
        // A chain rather than a switch, as Java 17 has no patterns in it; the interface is sealed.
        if (reason instanceof Reason.Outputs outputs) {
            return "the classifier's highest output, for " + name(verdict.bestClass()) + ", is "
                    + number(outputs.highest(), 3);
        } else if (reason instanceof Reason.Factors factors) {
            return new VerdictWords(factors.verdict()).detail();
        } else if (reason instanceof Reason.Neighbours neighbours) {
            return neighbours(neighbours, trusted);
        } else if (reason instanceof Reason.Boundary boundary) {
            return boundary(boundary);
        } else if (reason instanceof Reason.Slab slab) {
            return slab(slab);
        } else if (reason instanceof Reason.Tails tails) {
            return tails(tails);
        } else if (reason instanceof Reason.Activations activations) {
            return activations(activations);
        } else if (reason instanceof Reason.Distance distance) {
            return distance(distance, trusted);
        } else if (reason instanceof Reason.Energy energy) {
            return energy(energy, trusted);
        } else if (reason instanceof Reason.Reconstruction reconstruction) {
            return reconstruction(reconstruction, trusted);
        } else if (reason instanceof Reason.RelativeReconstruction relative) {
            return relative(relative, trusted);
        } else if (reason instanceof Reason.Background background) {
            return "the network gives the background, which it learnt besides its classes, a probability of "
                    + number(background.probability(), 3);
        } else if (reason instanceof Reason.Density density) {
            return density(density);
        }
        return jurors(((Reason.Jurors) reason), trusted);
    }

    private String neighbours(Reason.Neighbours nearest, boolean trusted) {
        int[] labels = nearest.labels();
        String are = labels.length == 1
                ? "the nearest training " + inputs.substring(0, inputs.length() - 1) + " is " + name(labels[0])
                : "the " + labels.length + " nearest training " + inputs + " are " + names(labels);
        if (trusted) {
            return are + ", and no farther than usual: " + share(nearest.share()) + " of " + known
                    + " have theirs at least as far";
        }
        return are + ", but " + (labels.length == 1 ? "" : "all ") + "farther than " + rest(nearest.share()) + " of "
                + known + " have theirs";
    }

    private String names(int... labels) {
        boolean same = Arrays.stream(labels).allMatch(label -> label == labels[0]);
        return same
                ? "all " + name(labels[0])
                : Arrays.stream(labels).mapToObj(this::name).collect(Collectors.joining(", "));
    }

    private String boundary(Reason.Boundary boundary) {
        String sign = boundary.decision() > 0 ? "inside" : "outside";
        String which = boundary.nearest() < 0
                ? "the boundary round all " + known
                : boundary.decision() > 0
                        ? "the boundary of " + name(boundary.nearest())
                        : "the boundary of every class, even of " + name(boundary.nearest());
        return "it lies " + sign + " " + which + " (f = " + signed(boundary.decision()) + ", above 0 inside)";
    }

    private String slab(Reason.Slab slab) {
        String score = "its score " + signed(slab.score());
        String of = name(slab.nearest());
        if (slab.score() < slab.near()) {
            return score + " falls short of the near plane of " + of + " at " + signed(slab.near());
        }
        if (slab.score() > slab.far()) {
            return score + " lies beyond the far plane of " + of + " at " + signed(slab.far());
        }
        return score + " lies between the planes of " + of + ", " + signed(slab.near()) + " and " + signed(slab.far());
    }

    private String tails(Reason.Tails tails) {
        return name(tails.likeliest()) + " fits best: it is near that class at all with a probability of "
                + number(tails.near(), 3) + ", one of it with " + number(tails.included(), 3)
                + ", and none of the others with " + number(tails.notOthers(), 3);
    }

    private String activations(Reason.Activations activations) {
        return "its activations lie " + number(activations.distance(), 2) + " from the mean of "
                + name(activations.likeliest()) + ", farther than " + percent(activations.beyond())
                + " of that class's far tail, and the unknown class gets " + number(activations.unknown(), 3);
    }

    private String distance(Reason.Distance distance, boolean trusted) {
        String measured = " (" + number(distance.distance(), 1) + " squared standard deviations)";
        return trusted
                ? "it is no farther from the mean of " + name(distance.nearest()) + " than usual" + measured + ": "
                        + share(distance.share()) + " of " + known + " are at least as far from theirs"
                : "the nearest class is " + name(distance.nearest()) + ", but " + rest(distance.share()) + " of "
                        + known + " are nearer to theirs" + measured;
    }

    private String energy(Reason.Energy energy, boolean trusted) {
        String score = "all outputs together have the energy score " + number(energy.score(), 2);
        return trusted
                ? score + ", which " + share(energy.share()) + " of " + known + " do not exceed"
                : score + ", and " + rest(energy.share()) + " of " + known + " have a higher one";
    }

    private String reconstruction(Reason.Reconstruction reconstruction, boolean trusted) {
        String error = "the autoencoder gives it back with an error of " + number(reconstruction.error(), 2);
        if (reconstruction.bothSides()) {
            return trusted
                    ? error + ", as usual: " + share(reconstruction.share()) + " of " + known
                            + " have one at least as far from the middle"
                    : error + ", and " + rest(reconstruction.share()) + " of " + known
                            + " have one nearer to the middle of theirs";
        }
        return trusted
                ? error + ", no larger than usual: " + share(reconstruction.share()) + " of " + known
                        + " have at least this one"
                : error + ", and " + rest(reconstruction.share()) + " of " + known + " have a smaller one";
    }

    private String relative(Reason.RelativeReconstruction relative, boolean trusted) {
        String error = "the autoencoder gives it back with an error of " + number(relative.error(), 2)
                + " at a length of " + number(relative.length(), 2);
        return trusted
                ? error + ", no larger than usual for its length: " + share(relative.share()) + " of " + known
                        + " have at least this one for theirs"
                : error + ", and " + rest(relative.share()) + " of " + known + " have a smaller one for theirs";
    }

    private static String density(Reason.Density density) {
        return "the density of the data is " + String.format(Locale.ROOT, "%.3g", density.density())
                + " there, and the nearest place that has data is " + number(density.distance(), 2) + " away";
    }

    private String jurors(Reason.Jurors jurors, boolean trusted) {
        Reason.Juror strictest = jurors.strictest();
        return trusted
                ? "even the strictest juror, " + strictest.name() + ", finds that " + share(strictest.share()) + " of "
                        + known + " look at least this strange"
                : "to the strictest juror, " + strictest.name() + ", only " + share(strictest.share()) + " of " + known
                        + " look this strange";
    }

    private String name(int label) {
        return classes.get(label);
    }

    /** A share as it is: "42 %", and where it is small "0.02 %". */
    private static String share(double share) {
        double percent = 100 * share;
        String format = percent >= 10 ? "%.0f %%" : percent >= 1 ? "%.1f %%" : percent >= 0.1 ? "%.2f %%" : "%.3f %%";
        return String.format(Locale.ROOT, format, percent);
    }

    /** What a share leaves, rounded down, so that "100 %" is never said of less. */
    private static String rest(double share) {
        return percent(1 - share);
    }

    private static String percent(double part) {
        // A share such as 0.01 leaves a little less than 0.99 in binary.
        double percent = 100 * part + 1e-9;
        return percent >= 99.1 && percent < 100
                ? String.format(Locale.ROOT, "%.1f %%", Math.floor(10 * percent) / 10)
                : String.format(Locale.ROOT, "%.0f %%", Math.floor(percent));
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.2f", value).replace('-', '\u2212');
    }
}
