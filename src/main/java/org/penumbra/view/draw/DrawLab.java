package org.penumbra.view.draw;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.archive.DetectorFile;
import org.penumbra.archive.guest.GuestFile;
import org.penumbra.data.Position;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.Stroke;
import org.penumbra.live.draw.AnswerEngine;
import org.penumbra.state.LabState;
import org.penumbra.state.SharedState;
import org.penumbra.view.draw.answer.CardReading;
import org.penumbra.view.draw.answer.Comparison;
import org.penumbra.view.draw.answer.DrawCard;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.answer.HistoryNotes;
import org.penumbra.view.draw.board.ArchivedDetectors;
import org.penumbra.view.draw.board.DetectorBoard;
import org.penumbra.view.draw.board.DetectorCard;
import org.penumbra.view.draw.board.DetectorReading;
import org.penumbra.view.draw.board.KnownPictures;
import org.penumbra.view.draw.input.DigitInput;
import org.penumbra.view.draw.input.HistoryEntry;
import org.penumbra.view.draw.input.InputModel;
import org.penumbra.view.draw.input.InputPane;
import org.penumbra.view.draw.input.InputSources;
import org.penumbra.view.draw.input.SharedInput;
import org.penumbra.view.lab.EngineLab;
import org.penumbra.view.lab.ModelMenu;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.ModelEntry;
import org.penumbra.view.shell.key.Shortcut;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.shell.tour.TourStep;

/** The drawing lab: one draws a digit, or anything else, and sees what several networks make of it, and which doubt. */
public final class DrawLab extends EngineLab {

    /** Of the random test images, letters and noises one may ask for; the same in every window. */
    private static final long SEED = 1;

    private static final String MOST_WORDS = "At most " + DrawModel.MOST_CARDS
            + " models stand side by side. Remove one, or put another in its place, by the menu on its card.";

    /** Between two places of a pen, units of the pad. */
    private static final double PEN_STEP = 1;

    private final InputModel input = new InputModel();
    private final InputPane inputPane;
    private final DrawModel model;
    private final DetectorBoard board;
    private final DrawActions actions;
    private final DrawSharing sharing;
    private final DrawView view;
    private final ModelMenu add;
    private final DrawExportMenu export;

    /** @param engines starts the engine that answers */
    public DrawLab(AnswerEngine.Factory engines, LabContext context) {
        super(context);
        model = new DrawModel(engines, context.models(), context.background(), context.data());
        board = new DetectorBoard(model, context.background(), context.data(), new ArchivedDetectors());
        actions = new DrawActions(model, board, context, this::tried);
        InputSources sources = new InputSources(input, context, SEED);
        inputPane = new InputPane(input, sources);
        sharing = new DrawSharing(model, board, new SharedInput(input, sources), context);
        view = new DrawView(
                model,
                inputPane,
                board,
                new KnownPictures(model, context.background(), context.data()),
                actions,
                wanted -> wanted.ifPresentOrElse(context.data()::open, context.data()::open));
        new HistoryNotes(input.history(), model);
        new FileDrop(view, List.of(DetectorFile.ENDING), actions::openDetector);
        new FileDrop(view, List.of(GuestFile.ENDING), this::openDropped);
        input.inputProperty().subscribe(this::ask);
        followFits();
        add = new ModelMenu("Add a model", this::addable, model::add, this::openAnother, full());
        add.setId("add-model");
        add.setGraphic(new FontIcon(Feather.PLUS));
        add.setTooltip(new Tooltip(
                "Another model beside these, also one of your own (Ctrl+O); up to " + DrawModel.MOST_CARDS));
        export = new DrawExportMenu(actions, view);
        model.failureProperty()
                .addListener((observed, before, now) -> tellFailure(
                        now.isEmpty()
                                ? Optional.empty()
                                : Optional.of(Message.failure(
                                        "The models do not answer",
                                        now,
                                        new Message.Choice("Try again", model::again)))));
        model.selectedProperty()
                .flatMap(DrawCard::readingProperty)
                .addListener((observed, before, now) -> tellVerdict(now));
        board.selectedProperty()
                .flatMap(DetectorCard::readingProperty)
                .addListener((observed, before, now) -> tellOpinion(now));
    }

    /** What a screen reader says with the pad. */
    private void tellVerdict(CardReading reading) {
        input.verdictProperty()
                .set(
                        reading == null
                                ? ""
                                : model.selectedProperty().get().entry().name() + " says: " + reading.headline() + ", "
                                        + reading.detail());
    }

    /** The same of the selected detector. */
    private void tellOpinion(DetectorReading reading) {
        if (reading != null) {
            input.verdictProperty()
                    .set(reading.answer().detector().about().name() + " says: " + reading.headline() + ", "
                            + reading.why());
        }
    }

    private boolean isFull() {
        return model.cards().size() >= DrawModel.MOST_CARDS;
    }

    private List<ModelEntry> addable() {
        return isFull() ? List.of() : model.others();
    }

    /** Says in the menu why there is nothing to add. */
    private MenuItem full() {
        MenuItem full = new MenuItem(MOST_WORDS);
        full.setId("model-full");
        full.setDisable(true);
        full.visibleProperty().bind(Bindings.size(model.cards()).greaterThanOrEqualTo(DrawModel.MOST_CARDS));
        return full;
    }

    private void openAnother() {
        if (isFull()) {
            tellFull();
        } else {
            actions.openModel(this::addOpened);
        }
    }

    /** Opens the file of a model that was dropped on the lab and shows the model beside the others. */
    void openDropped(Path file) {
        if (isFull()) {
            tellFull();
        } else {
            actions.openModel(file, this::addOpened);
        }
    }

    private void addOpened(ModelEntry entry) {
        if (isFull()) {
            tellFull();
        } else {
            model.add(entry);
        }
    }

    private void tellFull() {
        context().messages().show(Message.note("There is no room for another model", MOST_WORDS));
    }

    /**
     * Draws on the pad as a pen would, in place of what is there.
     *
     * @param strokes on a pad of 100 x 100 units, y downwards
     */
    public void draw(List<Stroke> strokes) {
        input.clear();
        for (Stroke stroke : strokes) {
            // A pen is asked for its place far more often than at the points that tell a stroke's shape.
            List<Position> places = stroke.smooth(PEN_STEP).points();
            input.penDown(places.get(0));
            input.penTo(places.subList(1, places.size()));
            input.penUp();
        }
    }

    /** Shows a model beside the others, in place of the last one where there is no room. */
    @Override
    public void tryOut(ModelEntry entry) {
        List<DrawCard> cards = model.cards();
        if (cards.stream().anyMatch(card -> card.entry().equals(entry))) {
            return;
        }
        if (cards.size() < DrawModel.MOST_CARDS) {
            model.add(entry);
        } else {
            model.exchange(cards.get(cards.size() - 1), entry);
        }
    }

    @Override
    public Optional<SharedState> share() {
        return Optional.of(sharing.share());
    }

    @Override
    public void setUp(LabState state) {
        sharing.setUp(state);
    }

    /** The image and how it came to be. */
    InputModel input() {
        return input;
    }

    /** The detectors of the selected network. */
    DetectorBoard board() {
        return board;
    }

    @Override
    public DrawModel model() {
        return model;
    }

    @Override
    public DrawView view() {
        return view;
    }

    @Override
    public List<Node> tools() {
        return List.of(add, export);
    }

    @Override
    public ObservableValue<String> title() {
        return model.inputProperty().map(input -> "Draw: " + input.title()).orElse("Draw");
    }

    @Override
    public List<TourStep> tour() {
        return DrawTour.of(view);
    }

    /** A blank pad is no question. */
    private void ask(DigitInput now) {
        model.ask(now.image().isBlank() ? null : now);
    }

    /** What is shown beside the pad is what the selected model sees. */
    private void followFits() {
        model.selectedProperty()
                .flatMap(DrawCard::modelProperty)
                .map(selected -> selected.trainingImages().fit())
                .orElse(Fit.DIGIT)
                .subscribe(input.shownFitProperty()::set);
        input.fitProperty().subscribe(now -> tellFits());
        model.cards().addListener((ListChangeListener<DrawCard>) change -> tellFits());
        model.readProperty().subscribe(now -> tellFits());
    }

    private void tellFits() {
        FitWords words = FitWords.of(model.cards(), input.fitProperty().get());
        input.fitNoteProperty().set(words.note());
        input.fitRemarkProperty().set(words.remark());
    }

    /** What was tried, the oldest first. */
    private List<DigitInput> tried() {
        List<DigitInput> inputs = new ArrayList<>(
                input.history().entries().stream().map(HistoryEntry::input).toList());
        Collections.reverse(inputs);
        return inputs;
    }

    @Override
    protected List<Shortcut> keys() {
        List<Shortcut> keys = new ArrayList<>(inputPane.shortcuts());
        keys.add(Shortcut.of("D", "Compare detectors of one network, or networks again", this::compare, "D"));
        keys.add(
                Shortcut.of("K", "Calibrate \u03b1 for \u03c4, each model by itself", model.sliders()::calibrate, "K"));
        for (int i = 0; i < DrawModel.MOST_CARDS; i++) {
            int at = i;
            String digit = Integer.toString(i + 1);
            keys.add(Shortcut.of(
                    digit,
                    "Look at model " + digit + ", or at detector " + digit,
                    () -> select(at),
                    digit,
                    "Numpad " + digit));
        }
        keys.add(Shortcut.of("Ctrl+O", "Add a model from a file", this::openAnother, "Shortcut+O"));
        keys.add(Shortcut.of("Ctrl+E", "Export", export::show, "Shortcut+E"));
        return keys;
    }

    private void compare() {
        model.comparisonProperty()
                .set(
                        model.comparisonProperty().get() == Comparison.NETWORKS
                                ? Comparison.DETECTORS
                                : Comparison.NETWORKS);
    }

    private void select(int at) {
        if (model.comparisonProperty().get() == Comparison.DETECTORS) {
            if (at < board.cards().size()) {
                board.selectedProperty().set(board.cards().get(at));
                view.detectors().reveal(at);
            }
        } else if (at < model.cards().size()) {
            model.selectedProperty().set(model.cards().get(at));
            view.cards().reveal(view.cards().cards().get(at));
        }
    }

    @Override
    public void close() {
        board.close();
        super.close();
    }
}
