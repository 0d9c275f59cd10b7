package org.penumbra.detector.negative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.detector.EvidenceException;
import org.penumbra.detector.Features;
import org.penumbra.detector.FittedBy;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputObjective;

/**
 * A network with a background class.
 *
 * @param detector   it was fitted by
 * @param dimensions D, numbers an input
 * @param omega      units a class of the network that is watched; of no account to this one
 * @param network    with K + 1 outputs
 */
record FittedNegatives(NegativeSamples detector, int dimensions, int omega, BackgroundNetwork network)
        implements FittedBy {

    /** More layers or units than any fit makes; a file that claims more is damaged. */
    private static final int MOST = 10_000;

    private static final String WIDTHS = "widths";

    FittedNegatives {
        if (network.outputs() < 2) {
            throw new IllegalArgumentException("expected a background beside at least one class");
        }
    }

    private int classes() {
        return network.outputs() - 1;
    }

    private float[] features(Evidence evidence) {
        if (evidence.count() > 0) {
            EvidenceException.require(about(), "classes", classes(), evidence.classes());
            EvidenceException.require(
                    about(),
                    "numbers of the " + detector.features().id(),
                    network.width(),
                    detector.features().width(evidence));
        }
        return detector.features().of(evidence);
    }

    /** {@inheritDoc} The ranking is the log-odds of the K classes together against the background. */
    @Override
    public Opinion judge(Evidence evidence) {
        float[] features = features(evidence);
        Opinion opinion = Opinion.empty(evidence.count(), classes());
        BackgroundNetwork.Pass pass = network.new Pass();
        for (int row = 0; row < evidence.count(); row++) {
            float[] logits = pass.forward(features, row * network.width());
            double known = logSum(logits, classes());
            double odds = known - logits[classes()];
            double logKnown = odds > 0 ? -Math.log1p(Math.exp(-odds)) : odds - Math.log1p(Math.exp(odds));
            for (int c = 0; c < classes(); c++) {
                opinion.logScores()[row * classes() + c] = logits[c] - known + logKnown;
            }
            opinion.ranking()[row] = odds;
            opinion.acceptance()[row] = Math.exp(logKnown);
            opinion.factors()[row] = opinion.acceptance()[row];
        }
        return opinion;
    }

    private static double logSum(float[] logits, int count) {
        double largest = logits[0];
        for (int c = 1; c < count; c++) {
            largest = Math.max(largest, logits[c]);
        }
        double sum = 0;
        for (int c = 0; c < count; c++) {
            sum += Math.exp(logits[c] - largest);
        }
        return largest + Math.log(sum);
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        return new Reason.Background(1 - judge(evidence.row(row)).acceptance()[0]);
    }

    /** On the code only: a network hands on slopes at its code, but not at inputs that somebody looks at beside it. */
    @Override
    public boolean hasGradient() {
        return detector.features() == Features.CODE;
    }

    @Override
    public InputObjective objective(int[] targets) {
        if (!hasGradient()) {
            return FittedBy.super.objective(targets);
        }
        return new InputObjective() {
            @Override
            public double slopes(int row, float[] logits, int at, double error, float[] gradient) {
                Arrays.fill(gradient, at, at + classes() * omega, 0f);
                return 0;
            }

            @Override
            public boolean readsCode() {
                return true;
            }

            @Override
            public void addCodeSlopes(int row, float[] code, int at, float[] gradient) {
                BackgroundNetwork.Pass pass = network.new Pass();
                float[] logits = pass.forward(code, at);
                double sum = logSum(logits, logits.length);
                for (int c = 0; c < logits.length; c++) {
                    pass.logitSlopes()[c] = (float) (Math.exp(logits[c] - sum) - (c == targets[row] ? 1 : 0));
                }
                float[] slopes = pass.backToInput();
                for (int i = 0; i < slopes.length; i++) {
                    gradient[at + i] += slopes[i];
                }
            }
        };
    }

    @Override
    public FittedForm form() {
        int[] widths = new int[network.layers().size() + 1];
        widths[0] = network.width();
        FittedForm form = FittedForm.of(about(), dimensions, classes(), omega)
                .with("mean", new FormArray.Floats(network.mean(), network.width()))
                .with("scale", new FormArray.Floats(network.scale(), network.width()));
        for (int i = 0; i < network.layers().size(); i++) {
            BackgroundLayer layer = network.layers().get(i);
            widths[i + 1] = layer.outputs();
            form = form.with("layer" + i, new FormArray.Floats(layer.values(), layer.values().length));
        }
        return form.with(WIDTHS, new FormArray.Integers(widths, widths.length));
    }

    /** From its form. */
    static FittedNegatives of(FittedForm form) {
        int[] widths = form.integers(WIDTHS, 1, MOST, -1);
        if (widths.length < 2 || widths.length > 10 || widths[widths.length - 1] != form.classes() + 1) {
            throw new FormException(
                    form.id(),
                    WIDTHS,
                    "2 to 10 numbers, the last of them " + (form.classes() + 1),
                    Arrays.toString(widths));
        }
        List<BackgroundLayer> layers = new ArrayList<>();
        for (int i = 1; i < widths.length; i++) {
            int size = BackgroundLayer.size(widths[i - 1], widths[i]);
            layers.add(new BackgroundLayer(widths[i - 1], widths[i], form.floats("layer" + (i - 1), size)));
        }
        NegativeSamples detector = (NegativeSamples) NegativeSamples.KIND.of(form);
        BackgroundNetwork network =
                new BackgroundNetwork(form.floats("mean", widths[0]), form.floats("scale", widths[0]), layers);
        return new FittedNegatives(detector, form.dimensions(), form.omega(), network);
    }
}
