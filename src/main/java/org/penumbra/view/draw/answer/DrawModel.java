package org.penumbra.view.draw.answer;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.penumbra.data.Problem;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.KnownImages;
import org.penumbra.detector.Fitted;
import org.penumbra.live.draw.AnswerEngine;
import org.penumbra.live.draw.AnswerFrame;
import org.penumbra.live.engine.Background;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.draw.input.DigitInput;
import org.penumbra.view.lab.LabModel;
import org.penumbra.view.shell.DataDesk;
import org.penumbra.view.shell.ModelDesk;
import org.penumbra.view.shell.ModelEntry;
import org.penumbra.view.shell.message.FailureReports;

/**
 * The observable state and the commands of the drawing lab but for what is drawn: which models answer, what they say of
 * the present image, and what that means at some alpha, beta and tau. It needs no screen; {@link #pulse} is to be called
 * now and then on the thread that owns the properties.
 */
public final class DrawModel implements LabModel {

    /** The models of the first start, by their names among those that ship. */
    static final List<String> FIRST = List.of("mnist-cnn", "mnist-cool", "mnist-dae-sym", "mnist-dae-asym");
    /** Most models side by side. */
    public static final int MOST_CARDS = 6;

    private final AnswerEngine engine;
    private final ModelDesk desk;
    private final CardTests tests;
    private final Answered answered = new Answered();
    private final ObservableList<DrawCard> cards = FXCollections.observableArrayList();
    private final ObservableList<DrawCard> seen = FXCollections.unmodifiableObservableList(cards);
    private final ObjectProperty<DrawCard> selected = new SimpleObjectProperty<>(this, "selected");
    private final DrawSliders sliders = new DrawSliders();
    private final ObjectProperty<Comparison> comparison =
            new SimpleObjectProperty<>(this, "comparison", Comparison.NETWORKS);
    private final ReadOnlyObjectWrapper<AnswerFrame> frame = new ReadOnlyObjectWrapper<>(this, "frame");
    private final Noting own = new SelectedNoting(this);
    private final ObjectProperty<Noting> noting = new SimpleObjectProperty<>(this, "noting", own);
    private final ReadOnlyObjectWrapper<DigitInput> input = new ReadOnlyObjectWrapper<>(this, "input");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyIntegerWrapper read = new ReadOnlyIntegerWrapper(this, "read");
    private long number;
    /** Selected by somebody before it was read; it stays so whatever is read after it. */
    private DrawCard kept;

    /**
     * @param engines starts the engine that answers
     * @param desk    the models there are
     * @param data    where test images are
     */
    public DrawModel(AnswerEngine.Factory engines, ModelDesk desk, Background background, DataDesk data) {
        this.desk = desk;
        engine = engines.start();
        tests = new CardTests(engine, background, data, this::reckon);
        sliders.settingsProperty().addListener((observed, before, now) -> {
            follow();
            cards.forEach(card -> card.reckon(sliders.settings()));
        });
        selected.addListener((observed, before, now) -> {
            follow();
            if (comparison.get() == Comparison.DETECTORS) {
                tellModels();
            }
        });
        comparison.addListener((observed, before, now) -> tellModels());
        for (KnownImages known : KnownImages.all()) {
            data.here(known).addListener((observed, before, now) -> testAgain());
        }
        FIRST.forEach(name -> desk.find(name).ifPresent(this::add));
    }

    /** The models that answer, from left to right. */
    public ObservableList<DrawCard> cards() {
        return seen;
    }

    /** The model whose errors are looked at closely; null while there is none. */
    public ObjectProperty<DrawCard> selectedProperty() {
        return selected;
    }

    /** Whether several networks answer, or several detectors judge what the selected one answers. */
    public ObjectProperty<Comparison> comparisonProperty() {
        return comparison;
    }

    /** The newest answers to the present image; null while there are none. */
    public ReadOnlyObjectProperty<AnswerFrame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** Who notes what was answered to the inputs of the history; {@link #ownNoting} until somebody else does. */
    public ObjectProperty<Noting> notingProperty() {
        return noting;
    }

    /** Notes what the selected model says. */
    public Noting ownNoting() {
        return own;
    }

    /** Which detectors judge what the selected model answers. */
    public void judgeBy(List<Fitted> detectors) {
        selectedModel().ifPresent(judged -> engine.detectors(judged, detectors));
    }

    /** Among which images the nearest to the present one, as the selected model sees it, is looked for. */
    public void nearestAmong(Optional<ImageSet> images) {
        selectedModel().ifPresent(seeing -> engine.nearest(seeing, images));
    }

    /** The selected model, if it has been read. */
    public Optional<ImageModel> selectedModel() {
        return Optional.ofNullable(selected.get())
                .map(card -> card.modelProperty().get());
    }

    /** Alpha, beta, tau, and how alpha is chosen. */
    public ReadOnlyObjectProperty<DrawSettings> settingsProperty() {
        return sliders.settingsProperty();
    }

    /** Alpha, beta, tau and kappa as they are moved. */
    public DrawSliders sliders() {
        return sliders;
    }

    /** The image the models were asked about last, null before the first. */
    public ReadOnlyObjectProperty<DigitInput> inputProperty() {
        return input.getReadOnlyProperty();
    }

    /** What went wrong in the engine and what to do; empty when nothing did. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** How many models have been read so far, those that are gone by now among them. */
    public ReadOnlyIntegerProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** What was answered to the inputs of the history. */
    public Answered answered() {
        return answered;
    }

    /** Asks all models about an image; null for none. */
    public void ask(DigitInput next) {
        number++;
        input.set(next);
        answered.ask(next);
        if (next == null) {
            frame.set(null);
            cards.forEach(card -> card.answer(null, null));
            cards.forEach(this::reckon);
        } else {
            engine.ask(number, next.image());
        }
    }

    /** Starts the networks anew and asks again, after something went wrong. */
    public void again() {
        tellModels();
        ask(input.get());
    }

    /** Adds a model at the right and selects it if none is selected that reconstructs. */
    public void add(ModelEntry entry) {
        if (cards.size() < MOST_CARDS) {
            DrawCard card = new DrawCard(entry);
            cards.add(card);
            load(card);
        }
    }

    /** Puts another model in a card's place. */
    public void exchange(DrawCard card, ModelEntry entry) {
        DrawCard next = new DrawCard(entry);
        cards.set(cards.indexOf(card), next);
        tests.forget(card);
        if (selected.get() == card) {
            selected.set(next);
        }
        load(next);
    }

    /** Selects a model; one that does not stand among the others comes to stand beside them, or in place of the last one. */
    public void select(ModelEntry entry) {
        if (cards.stream().noneMatch(card -> card.entry().equals(entry))) {
            if (cards.size() < MOST_CARDS) {
                add(entry);
            } else {
                DrawCard last = cards.get(cards.size() - 1);
                exchange(last, entry);
            }
        }
        cards.stream().filter(card -> card.entry().equals(entry)).findFirst().ifPresent(selected::set);
    }

    /**
     * Shows these models and no others; a card that shows one already in the same place stays.
     *
     * @param entries  1 to {@value #MOST_CARDS}, from left to right
     * @param selected which of them is looked at; -1 for the first that can doubt
     */
    public void show(List<ModelEntry> entries, int selected) {
        for (int i = 0; i < entries.size(); i++) {
            if (i >= cards.size()) {
                add(entries.get(i));
            } else if (!cards.get(i).entry().equals(entries.get(i))) {
                exchange(cards.get(i), entries.get(i));
            }
        }
        while (cards.size() > entries.size()) {
            remove(cards.get(cards.size() - 1));
        }
        kept = selected < 0 ? null : cards.get(selected);
        this.selected.set(
                kept != null
                        ? kept
                        : cards.stream()
                                .filter(DrawModel::reconstructs)
                                .findFirst()
                                .orElse(cards.get(0)));
    }

    /** Takes a model away; the last one stays. */
    public void remove(DrawCard card) {
        if (cards.size() > 1 && cards.remove(card)) {
            tests.forget(card);
            if (selected.get() == card) {
                selected.set(cards.stream()
                        .filter(DrawModel::reconstructs)
                        .findFirst()
                        .orElse(cards.get(0)));
            }
            tellModels();
        }
    }

    /** Every model there is. */
    public List<ModelEntry> all() {
        return desk.entries();
    }

    /** The models that may be added or put in another's place: all that are not shown. */
    public List<ModelEntry> others() {
        return desk.entries().stream()
                .filter(entry -> cards.stream().noneMatch(card -> card.entry().equals(entry)))
                .toList();
    }

    private void load(DrawCard card) {
        desk.load(card.entry(), model -> loaded(card, model), problem -> refused(card, problem));
    }

    private void loaded(DrawCard card, ImageModel model) {
        if (!cards.contains(card)) {
            return;
        }
        card.read(model);
        read.set(read.get() + 1);
        boolean wanted = kept != null && kept == selected.get();
        if (selected.get() == null || !wanted && !reconstructs(selected.get()) && isFirstToReconstruct(card)) {
            selected.set(card);
        }
        reckon(card);
        follow();
        tellModels();
        tests.find(card);
    }

    private boolean isFirstToReconstruct(DrawCard card) {
        return cards.stream()
                .filter(DrawModel::reconstructs)
                .findFirst()
                .filter(first -> first == card)
                .isPresent();
    }

    private static void refused(DrawCard card, Throwable problem) {
        if (problem instanceof Problem) {
            card.fail(Problem.forWindow(problem));
            return;
        }
        FailureReports.report(problem);
    }

    private void tellModels() {
        engine.models(asked().stream()
                .map(card -> card.modelProperty().get())
                .filter(model -> model != null)
                .toList());
    }

    /** The cards whose models answer. */
    private List<DrawCard> asked() {
        return comparison.get() == Comparison.NETWORKS || selected.get() == null ? cards : List.of(selected.get());
    }

    /** While calibrated the slider shows the alpha of the selected model, or of the first that has one. */
    private void follow() {
        Optional.ofNullable(selected.get())
                .filter(DrawModel::reconstructs)
                .or(() -> cards.stream().filter(DrawModel::reconstructs).findFirst())
                .ifPresent(card -> sliders.follow(card.modelProperty().get()));
    }

    private static boolean reconstructs(DrawCard card) {
        ImageModel model = card.modelProperty().get();
        return model != null && model.doubts();
    }

    private void reckon(DrawCard card) {
        card.reckon(sliders.settings());
    }

    private void testAgain() {
        cards.stream()
                .filter(card -> card.testedProperty().get() instanceof Tested.Missing
                        && card.modelProperty().get() != null)
                .forEach(tests::find);
    }

    @Override
    public void pulse() {
        engine.takeFrame().ifPresent(this::take);
        engine.takeMeasurements().forEach(tests::take);
        failure.set(engine.failure());
    }

    private void take(AnswerFrame newest) {
        if (input.get() == null) {
            return;
        }
        for (DrawCard card : asked()) {
            ImageModel model = card.modelProperty().get();
            if (model != null) {
                newest.answerOf(model)
                        .ifPresentOrElse(
                                answer -> card.answer(
                                        answer,
                                        newest.image().of(model.trainingImages().fit())),
                                () -> card.stayedSilent(newest.whySilent(model)));
                reckon(card);
            }
        }
        if (newest.number() == number) {
            answered.put(input.get(), new Answered.Answers(newest, names(newest)));
        }
        frame.set(newest);
    }

    /** The names of the models of a frame, in their order; what has gone by now has its data set's name. */
    private List<String> names(AnswerFrame frame) {
        return frame.answers().stream()
                .map(answer -> cards.stream()
                        .filter(card -> card.modelProperty().get() == answer.model())
                        .map(card -> card.entry().name())
                        .findFirst()
                        .orElse(answer.model().name()))
                .toList();
    }

    @Override
    public void giveWay(GiveWay how) {
        engine.giveWay(how);
    }

    @Override
    public void close() {
        engine.close();
    }
}
