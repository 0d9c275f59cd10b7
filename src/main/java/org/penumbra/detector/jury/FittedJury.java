package org.penumbra.detector.jury;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.penumbra.detector.Conformal;
import org.penumbra.detector.Description;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;

/**
 * Fitted jurors, their rankings of held-out inputs, and the jury's own.
 *
 * @param detector   it was fitted by
 * @param dimensions D, numbers an input
 * @param classes    k
 * @param omega      units a class
 * @param jurors     in the order of the members
 * @param benches    what each juror is held against
 * @param known      the jury's scores of held-out inputs
 */
record FittedJury(
        Jury detector,
        int dimensions,
        int classes,
        int omega,
        List<Fitted> jurors,
        List<JurorScale> benches,
        Conformal known)
        implements Fitted {

    private static final String RANKINGS = "rankings";

    FittedJury {
        jurors = List.copyOf(jurors);
        benches = List.copyOf(benches);
    }

    /** From a form whose parts are the jurors. */
    static Fitted of(FittedForm form, Function<FittedForm, Fitted> others) {
        Jury jury = (Jury) Jury.KIND.of(form);
        List<String> members = jury.members().ids();
        List<String> found = form.parts().stream().map(FittedForm::id).toList();
        if (!found.equals(members)) {
            throw new FormException(form.id(), "its jurors", members.toString(), found.toString());
        }
        List<Fitted> jurors = new ArrayList<>();
        for (FittedForm part : form.parts()) {
            // To some the number of inputs is of no account; they say 1.
            boolean sees = part.dimensions() == form.dimensions() || part.dimensions() == 1;
            if (!sees || part.classes() != form.classes()) {
                throw new FormException(
                        form.id(),
                        "its juror " + part.id(),
                        form.dimensions() + " numbers an input and " + form.classes() + " classes",
                        part.dimensions() + " and " + part.classes());
            }
            jurors.add(others.apply(part));
        }
        Conformal known = Conformal.of(form);
        int heldOut = known.heldOut().length;
        double[] rankings = form.doubles(RANKINGS, members.size(), heldOut);
        List<JurorScale> benches = new ArrayList<>();
        for (int juror = 0; juror < members.size(); juror++) {
            double[] own = Arrays.copyOfRange(rankings, juror * heldOut, (juror + 1) * heldOut);
            for (int i = 1; i < own.length; i++) {
                if (own[i] < own[i - 1]) {
                    throw new FormException(form.id(), RANKINGS, "ascending rows", own[i] + " behind " + own[i - 1]);
                }
            }
            benches.add(JurorScale.of(own));
        }
        return new FittedJury(jury, form.dimensions(), form.classes(), form.omega(), jurors, benches, known);
    }

    @Override
    public FittedForm form() {
        int heldOut = known.heldOut().length;
        double[] rankings = new double[benches.size() * heldOut];
        for (int juror = 0; juror < benches.size(); juror++) {
            System.arraycopy(benches.get(juror).known().heldOut(), 0, rankings, juror * heldOut, heldOut);
        }
        return known.addTo(FittedForm.of(about(), dimensions, classes, omega))
                .with(RANKINGS, new FormArray.Doubles(rankings, benches.size(), heldOut))
                .withParts(jurors.stream().map(Fitted::form).toList());
    }

    @Override
    public Description about() {
        return detector.about();
    }

    /** What any juror needs. */
    @Override
    public Set<Evidence.Part> needs() {
        Set<Evidence.Part> needs = EnumSet.of(Evidence.Part.LOGITS);
        jurors.forEach(juror -> needs.addAll(juror.needs()));
        return needs;
    }

    @Override
    public Opinion judge(Evidence evidence) {
        List<double[]> rankings =
                jurors.stream().map(juror -> juror.judge(evidence).ranking()).toList();
        double[] scores = Jury.scores(detector.combine(), benches, rankings);
        return Opinion.ofOutputs(evidence, omega, known.shares(scores), scores);
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        Evidence one = evidence.row(row);
        List<Reason.Juror> said = new ArrayList<>();
        for (int juror = 0; juror < jurors.size(); juror++) {
            double ranking = jurors.get(juror).judge(one).ranking()[0];
            said.add(new Reason.Juror(
                    jurors.get(juror).about().name(), benches.get(juror).known().share(ranking)));
        }
        return new Reason.Jurors(said);
    }
}
