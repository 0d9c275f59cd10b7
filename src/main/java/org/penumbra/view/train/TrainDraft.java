package org.penumbra.view.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.penumbra.data.Problem;
import org.penumbra.data.SettingProblem;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImageSource;
import org.penumbra.view.widget.form.DraftField;
import org.penumbra.view.widget.form.PendingDraft;

/** What the next run is to be, while it is still being typed. Whatever starts another run shows it here. */
final class TrainDraft implements PendingDraft {

    private static final int USUAL_OMEGA = 5;
    private static final double USUAL_LAMBDA = 5;
    private static final double USUAL_SIGMA = 0.1;

    private final DraftField<Double> learningRate = DraftField.number(
                    "Learning rate", "Of Adam at the start, above 0 and up to 1000")
            .of("learning rate");
    private final DraftField<Double> sigma = DraftField.number(
                    "Sigma", "Standard deviation of the noise on each pixel, 0 to 10; pixels reach from 0 to 1")
            .of("sigma");
    private final DraftField<Double> clutter = DraftField.number(
                    "Clutter",
                    "Share of the images that random shapes take the place of, 0 to 1; the network is to doubt them")
            .of("clutter");
    private final DraftField<Double> lambda = DraftField.number(
                    "Lambda", "Weight of the mean squared reconstruction error beside the cross-entropy, 0 to 1e6")
            .of("lambda");
    private final DraftField<Double> dropout = DraftField.number(
                    "Dropout",
                    "Share of the code's units that the classifier does not see in a step, at least 0 and below 1")
            .of("dropout");
    private final DraftField<Integer> omega =
            DraftField.whole("Omega", "Units a class, 1 to 20").of("omega");
    private final DraftField<Integer> batch =
            DraftField.whole("Batch", "Images a step, 1 to 8192").of("batch");
    private final DraftField<Integer> epochs = DraftField.whole(
                    "Epochs", "Passes over the training images, 1 to 10 000")
            .of("epochs");
    private final DraftField<Integer> heldOut = DraftField.whole(
                    "Held out",
                    "Images at the end of the training set that are not trained on: they tell how good the network is")
            .of("held out");
    private final DraftField<Integer> patience = DraftField.whole(
                    "Patience",
                    "The run stops when the validation loss has not fallen for so many epochs; 0: it never stops early")
            .of("patience");
    private final DraftField<Long> seed = DraftField.seed(
            "Seed", "Initial weights, order of the batches, noise and dropout all come from this one number");
    private final ObjectProperty<ImagePreset> preset = new SimpleObjectProperty<>(this, "preset");
    private final ObjectProperty<ImageSource> source = new SimpleObjectProperty<>(this, "source");
    private final ObjectProperty<ImageArchitecture> architecture = new SimpleObjectProperty<>(this, "architecture");
    private final ObjectProperty<LearningRateSchedule> schedule = new SimpleObjectProperty<>(this, "schedule");
    private final ObjectProperty<StepEngine> engine = new SimpleObjectProperty<>(this, "engine", StepEngine.PENUMBRA);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(this, "pending");
    private final ReadOnlyBooleanWrapper right = new ReadOnlyBooleanWrapper(this, "right");
    private final List<Binding<?>> bindings = List.of(
            new Binding<>(omega, ImagePreset::omega),
            training(learningRate, ImageTrainingSettings::learningRate),
            training(batch, ImageTrainingSettings::batch),
            training(epochs, ImageTrainingSettings::epochs),
            training(sigma, ImageTrainingSettings::sigma),
            training(clutter, ImageTrainingSettings::clutter),
            training(lambda, ImageTrainingSettings::lambda),
            training(dropout, ImageTrainingSettings::dropout),
            training(heldOut, ImageTrainingSettings::heldOut),
            training(seed, ImageTrainingSettings::seed));
    private final Consumer<TrainSetup> starter;
    private TrainSetup running;
    private Optional<TrainSetup> next = Optional.empty();
    private boolean showing;

    /**
     * @param first   shown until something runs
     * @param starter starts a run
     */
    TrainDraft(TrainSetup first, TrainModel model, Consumer<TrainSetup> starter) {
        this.starter = starter;
        fields().forEach(field -> field.textProperty().addListener((observed, before, now) -> check()));
        architecture.addListener((observed, before, now) -> suit(now));
        for (Property<?> choice : List.of(source, architecture, schedule, engine)) {
            choice.addListener((observed, before, now) -> check());
        }
        model.setupProperty().addListener((observed, before, now) -> run(now));
        show(first);
    }

    /** The preset whose values were shown last; the fields may say something else by now. */
    ObjectProperty<ImagePreset> presetProperty() {
        return preset;
    }

    /** Where the images come from. */
    ObjectProperty<ImageSource> sourceProperty() {
        return source;
    }

    ObjectProperty<ImageArchitecture> architectureProperty() {
        return architecture;
    }

    ObjectProperty<LearningRateSchedule> scheduleProperty() {
        return schedule;
    }

    /** Whose layers are to take the steps. */
    ObjectProperty<StepEngine> engineProperty() {
        return engine;
    }

    DraftField<Double> learningRate() {
        return learningRate;
    }

    DraftField<Double> sigma() {
        return sigma;
    }

    DraftField<Double> clutter() {
        return clutter;
    }

    DraftField<Double> lambda() {
        return lambda;
    }

    DraftField<Double> dropout() {
        return dropout;
    }

    DraftField<Integer> omega() {
        return omega;
    }

    DraftField<Integer> batch() {
        return batch;
    }

    DraftField<Integer> epochs() {
        return epochs;
    }

    DraftField<Integer> heldOut() {
        return heldOut;
    }

    DraftField<Integer> patience() {
        return patience;
    }

    DraftField<Long> seed() {
        return seed;
    }

    /** What is wrong with the whole and with no field of its own; empty when nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What runs now, null before the first run. */
    TrainSetup running() {
        return running;
    }

    @Override
    public ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty rightProperty() {
        return right.getReadOnlyProperty();
    }

    /** What is typed, empty when something of it is wrong. */
    Optional<TrainSetup> next() {
        return next;
    }

    @Override
    public void apply() {
        next.ifPresent(starter);
    }

    @Override
    public void revert() {
        show(running);
    }

    /** The first thing that is wrong, with the field it is about; empty when nothing is. */
    String complaint() {
        return fieldsInUse()
                .filter(field -> !field.problemProperty().get().isEmpty())
                .findFirst()
                .map(field -> field.label() + ": " + field.problemProperty().get())
                .orElse(problem.get());
    }

    /** Fills the fields from a preset, which runs when it is applied; patience and engine stay as they are chosen. */
    void open(ImagePreset chosen) {
        show(chosen, () -> {});
    }

    /** Fills all fields; it runs when it is applied. */
    void open(TrainSetup chosen) {
        show(chosen);
    }

    private void run(TrainSetup now) {
        running = now;
        show(now);
    }

    private void show(TrainSetup shown) {
        show(shown.preset(), () -> {
            if (running != null) {
                patience.showRunning(running.patience());
            }
            patience.show(shown.patience());
            engine.set(shown.engine());
        });
    }

    private void show(ImagePreset shown, Runnable besides) {
        showing = true;
        preset.set(shown);
        source.set(shown.data());
        architecture.set(shown.architecture());
        schedule.set(shown.training().schedule());
        bindings.forEach(binding -> binding.show(shown, running));
        besides.run();
        showing = false;
        check();
    }

    /** A network that is new to reconstructing, or to several units a class, gets numbers with which that works. */
    private void suit(ImageArchitecture chosen) {
        if (showing) {
            return;
        }
        if (chosen == ImageArchitecture.COOL && omega.value().orElse(0) == 1) {
            omega.show(USUAL_OMEGA);
        }
        if (chosen.reconstructs() && lambda.value().orElse(1.0) == 0) {
            lambda.show(USUAL_LAMBDA);
            sigma.show(sigma.value().filter(noise -> noise > 0).orElse(USUAL_SIGMA));
        }
    }

    private Stream<DraftField<?>> fields() {
        return Stream.concat(bindings.stream().map(Binding::field), Stream.of(patience));
    }

    private Stream<DraftField<?>> fieldsInUse() {
        return fields().filter(field -> isUsed(field, architecture.get()));
    }

    /** Whether a network of this kind has a use for the field. */
    boolean isUsed(DraftField<?> field, ImageArchitecture chosen) {
        return field == omega ? chosen == ImageArchitecture.COOL : field != lambda || chosen.reconstructs();
    }

    private void check() {
        if (showing) {
            return;
        }
        next = read();
        right.set(next.isPresent());
        pending.set(running != null && !next.equals(Optional.of(running)));
    }

    private Optional<TrainSetup> read() {
        problem.set("");
        fieldsInUse().forEach(DraftField::reread);
        if (fieldsInUse().anyMatch(field -> field.value().isEmpty())) {
            return Optional.empty();
        }
        try {
            ImageTrainingSettings training = new ImageTrainingSettings(
                    seed.get(),
                    learningRate.get(),
                    schedule.get(),
                    sigma.get(),
                    clutter.get(),
                    lambda.value().orElse(0.0),
                    dropout.get(),
                    batch.get(),
                    epochs.get(),
                    heldOut.get());
            ImagePreset base = preset.get();
            int units = architecture.get() == ImageArchitecture.COOL ? omega.get() : 1;
            return Optional.of(new TrainSetup(
                    new ImagePreset(
                            base.name(),
                            base.title(),
                            base.description(),
                            source.get(),
                            architecture.get(),
                            units,
                            training),
                    patience.get(),
                    engine.get()));
        } catch (SettingProblem wrong) {
            blame(wrong);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            problem.set(Problem.forWindow(wrong));
            return Optional.empty();
        }
    }

    private void blame(SettingProblem wrong) {
        fieldsInUse()
                .filter(field -> field.isMeantBy(wrong))
                .findFirst()
                .ifPresentOrElse(
                        field -> field.refuse(Problem.forWindow(wrong)), () -> problem.set(Problem.forWindow(wrong)));
    }

    /** A field and the part of a preset it is about. */
    private record Binding<T>(DraftField<T> field, Function<ImagePreset, T> part) {

        void show(ImagePreset shown, TrainSetup running) {
            if (running != null) {
                field.showRunning(part.apply(running.preset()));
            }
            field.show(part.apply(shown));
        }
    }

    private <T> Binding<T> training(DraftField<T> field, Function<ImageTrainingSettings, T> part) {
        return new Binding<>(field, preset -> part.apply(preset.training()));
    }
}
