package org.penumbra.view.rings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.penumbra.data.SettingProblem;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.view.rings.points.DataForm;
import org.penumbra.view.rings.points.Painting;
import org.penumbra.view.widget.form.DraftField;
import org.penumbra.view.widget.form.PendingDraft;

/**
 * What the next run is to be, while it is still being typed: data set, number of points, network. It takes effect with
 * {@link #apply}; painted points do so whenever a stroke ends. Whatever starts another run shows it here.
 */
final class SetupDraft implements PendingDraft {

    private final RingsModel model;
    private final Painting painting = new Painting();
    private final List<DataForm> forms = DataForm.all(painting);
    private final ObjectProperty<DataForm> form = new SimpleObjectProperty<>(this, "form", forms.get(0));
    private final DraftField<Integer> points = DraftField.whole(
                    "Points", "How many training points are drawn, 1 to 200 000; as many of each class")
            .of("points");
    private final DraftField<List<Integer>> hidden = DraftField.layers(
                    "Hidden layers", "Units of the encoder's layers, such as 64, 64; the decoder mirrors them")
            .of("hidden layers");
    private final ObjectProperty<Activation> activation = new SimpleObjectProperty<>(this, "activation");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(this, "pending");
    private final ReadOnlyBooleanWrapper right = new ReadOnlyBooleanWrapper(this, "right");
    private final ReadOnlyBooleanWrapper activationChanged = new ReadOnlyBooleanWrapper(this, "activationChanged");
    private Optional<PlaneSetup> next = Optional.empty();
    private boolean showing;

    SetupDraft(RingsModel model) {
        this.model = model;
        fields().forEach(field -> field.textProperty().addListener((observed, before, now) -> check()));
        form.addListener((observed, before, now) -> check());
        activation.addListener((observed, before, now) -> check());
        painting.pointsProperty().addListener((observed, before, now) -> painted());
        model.setupProperty().addListener((observed, before, now) -> show(now));
        show(model.setupProperty().get());
    }

    List<DataForm> forms() {
        return forms;
    }

    /** The kind of data set. */
    ObjectProperty<DataForm> formProperty() {
        return form;
    }

    DraftField<Integer> points() {
        return points;
    }

    DraftField<List<Integer>> hidden() {
        return hidden;
    }

    /** Of every hidden layer. */
    ObjectProperty<Activation> activationProperty() {
        return activation;
    }

    Painting painting() {
        return painting;
    }

    /** What is wrong with the draft as a whole and with no field of its own; empty when nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty rightProperty() {
        return right.getReadOnlyProperty();
    }

    boolean isRight() {
        return right.get();
    }

    /** Whether the activation differs from the present run's. */
    ReadOnlyBooleanProperty activationChangedProperty() {
        return activationChanged.getReadOnlyProperty();
    }

    @Override
    public void apply() {
        next.ifPresent(model.setupProperty()::set);
    }

    @Override
    public void revert() {
        show(model.setupProperty().get());
    }

    /** Trains on points that were read from a file; undo brings those back that were painted before. */
    void open(PaintedPoints read) {
        showing = true;
        painting.replace(read.points());
        showing = false;
        model.open(read);
    }

    private void show(PlaneSetup run) {
        showing = true;
        for (DataForm one : forms) {
            if (one.fits(run.data())) {
                one.showRunning(run.data());
                form.set(one);
            } else {
                one.noRunning();
            }
        }
        points.showRunning(run.points());
        hidden.showRunning(run.network().hidden());
        activation.set(run.network().activation());
        showing = false;
        check();
    }

    private void painted() {
        check();
        if (!showing && form.get().isPainted()) {
            apply();
        }
    }

    private Stream<DraftField<?>> fields() {
        return Stream.concat(forms.stream().flatMap(one -> one.fields().stream()), Stream.of(points, hidden));
    }

    private Stream<DraftField<?>> fieldsInUse() {
        return Stream.concat(form.get().fields().stream(), Stream.of(points, hidden));
    }

    private void check() {
        if (showing) {
            return;
        }
        PlaneSetup run = model.setupProperty().get();
        next = read(run);
        right.set(next.isPresent());
        activationChanged.set(activation.get() != run.network().activation());
        pending.set(!next.equals(Optional.of(run)));
    }

    private Optional<PlaneSetup> read(PlaneSetup run) {
        problem.set("");
        fieldsInUse().forEach(DraftField::reread);
        if (fieldsInUse().anyMatch(field -> field.value().isEmpty())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PlaneSetup(
                    form.get().read(),
                    points.get(),
                    new DenseSettings(hidden.get(), activation.get()),
                    run.training(),
                    run.seed()));
        } catch (SettingProblem wrong) {
            blame(wrong);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            problem.set(wrong.getMessage());
            return Optional.empty();
        }
    }

    private void blame(SettingProblem wrong) {
        fieldsInUse()
                .filter(field -> field.isMeantBy(wrong))
                .findFirst()
                .ifPresentOrElse(field -> field.refuse(wrong.getMessage()), () -> problem.set(wrong.getMessage()));
    }
}
