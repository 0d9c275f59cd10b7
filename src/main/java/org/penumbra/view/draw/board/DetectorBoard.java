package org.penumbra.view.draw.board;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.penumbra.data.image.KnownImages;
import org.penumbra.detector.Description;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.live.draw.AnswerFrame;
import org.penumbra.live.draw.JudgedAnswer;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.live.engine.Background;
import org.penumbra.net.image.ImageModel;
import org.penumbra.state.DrawState.Judging;
import org.penumbra.view.draw.answer.Answered;
import org.penumbra.view.draw.answer.Comparison;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.answer.Noting;
import org.penumbra.view.shell.DataDesk;
import org.penumbra.view.shell.ModelEntry;

/**
 * The detectors that judge what the selected network answers: one card for each that is chosen and suits the network, in the
 * order of the catalogue. Those that ship are read, others are fitted here or opened from files. It needs no screen;
 * {@link #pulse} is to be called now and then on the thread that owns the properties.
 */
public final class DetectorBoard {

    /**
     * Shown at first: what the classifier and the autoencoder say by themselves, then one of each family, and the jury of
     * several.
     */
    static final List<String> FIRST =
            List.of("confidence", "max-softmax", "cool", "deep-knn", "w-svm", "openmax", "jury");

    private static final String DOUBT = "?";

    private final DrawModel model;
    private final Set<String> chosen = new LinkedHashSet<>(FIRST);
    private final DetectorStocks stocks;
    private final ObservableList<DetectorCard> cards = FXCollections.observableArrayList();
    private final ObservableList<DetectorCard> seen = FXCollections.unmodifiableObservableList(cards);
    private final ObjectProperty<DetectorCard> selected = new SimpleObjectProperty<>(this, "selected");
    private final AcceptedShares shares;
    private List<Fitted> asked = List.of();
    private ImageModel judged;
    private Optional<String> awaited = Optional.empty();

    /**
     * @param background reads files and fits
     * @param data       where the images are that detectors are fitted on
     */
    public DetectorBoard(DrawModel model, Background background, DataDesk data, FittedSource source) {
        this.model = model;
        stocks = new DetectorStocks(background, data, source, this::refresh);
        shares = new AcceptedShares(background, data);
        model.comparisonProperty().subscribe(now -> refresh());
        model.selectedProperty().addListener((observed, before, now) -> refresh());
        model.readProperty().addListener((observed, before, now) -> refresh());
        model.settingsProperty().addListener((observed, before, now) -> refresh());
        model.frameProperty().addListener((observed, before, now) -> read());
        selected.addListener((observed, before, now) -> note());
        KnownImages.all().forEach(known -> data.here(known).addListener((observed, before, now) -> refresh()));
    }

    /** The cards from left to right. */
    public ObservableList<DetectorCard> cards() {
        return seen;
    }

    /** The detector whose verdicts are noted in the history; null for none. */
    public ObjectProperty<DetectorCard> selectedProperty() {
        return selected;
    }

    /**
     * A detector that may be chosen.
     *
     * @param about  what it is
     * @param shown  whether it has a card
     * @param state  whether it can judge
     */
    public record Offer(Description about, boolean shown, DetectorState state) {}

    /** The detectors that suit the selected network, in the order of the catalogue; none while it has not been read. */
    public List<Offer> offers() {
        return model.selectedModel().map(this::offers).orElse(List.of());
    }

    private List<Offer> offers(ImageModel network) {
        DetectorStock stock = stocks.of(network, entry());
        Map<String, Fitted> own =
                OwnDetectors.of(network, model.settingsProperty().get());
        List<Offer> offers = new ArrayList<>();
        for (DetectorKind kind : Detectors.all()) {
            if (own.containsKey(kind.id())) {
                Fitted fitted = own.get(kind.id());
                offers.add(offer(fitted.about(), new DetectorState.Ready(fitted)));
            } else if (stock.holds(kind.id()) || OwnDetectors.canBeFitted(kind, network)) {
                offers.add(offer(kind.about(), stocks.state(network, stock, kind.id())));
            }
        }
        return offers;
    }

    private Offer offer(Description about, DetectorState state) {
        return new Offer(
                state instanceof DetectorState.Ready ready ? ready.fitted().about() : about,
                chosen.contains(about.id()),
                state);
    }

    /** Shows a detector or does not. */
    public void choose(String id, boolean shown) {
        if (shown ? chosen.add(id) : chosen.remove(id)) {
            refresh();
        }
    }

    /** Shows the detectors of the first start and no others. */
    public void chooseFirst() {
        choose(FIRST);
    }

    private void choose(List<String> ids) {
        chosen.clear();
        chosen.addAll(ids);
        refresh();
    }

    /** Which detectors are shown where they suit, and which is looked at if not the first, as a state holds it. */
    public Judging share() {
        boolean on = model.comparisonProperty().get() == Comparison.DETECTORS;
        return new Judging(
                on,
                chosen.equals(new LinkedHashSet<>(FIRST)) ? Optional.empty() : Optional.of(List.copyOf(chosen)),
                Optional.ofNullable(selected.get())
                        .filter(card -> on && card != cards.get(0))
                        .map(DetectorCard::id));
    }

    /** Shows those of a state; the one to be looked at is selected when its network has been read. */
    public void setUp(Judging wanted) {
        awaited = wanted.selected();
        selected.set(null);
        model.comparisonProperty().set(wanted.detectors() ? Comparison.DETECTORS : Comparison.NETWORKS);
        choose(wanted.shown().orElse(FIRST));
    }

    /** Fits a detector in the background and shows it. */
    public void fit(String id) {
        model.selectedModel().ifPresent(network -> {
            chosen.add(id);
            stocks.fit(network, entry(), id);
        });
    }

    /** Ends a fit; the detector is then as it was before. */
    public void cancel(String id) {
        model.selectedModel().ifPresent(network -> stocks.of(network, entry()).cancel(id));
    }

    /**
     * Opens the file of a detector and shows it.
     *
     * @param opened  told of the detector
     * @param refused told why there is none; then nothing has changed
     */
    public void open(Path file, Consumer<Description> opened, Consumer<Throwable> refused) {
        model.selectedModel()
                .ifPresent(network -> stocks.open(
                        file,
                        network,
                        entry(),
                        about -> {
                            choose(about.id(), true);
                            opened.accept(about);
                        },
                        refused));
    }

    private ModelEntry entry() {
        return model.selectedProperty().get().entry();
    }

    /** Finds which cards there are, and asks their detectors. */
    private void refresh() {
        Optional<ImageModel> network = model.selectedModel();
        if (model.comparisonProperty().get() == Comparison.NETWORKS || network.isEmpty()) {
            ask(network, List.of());
            model.notingProperty().set(model.ownNoting());
            return;
        }
        Map<String, DetectorCard> before = new LinkedHashMap<>();
        cards.forEach(card -> before.put(card.id(), card));
        List<DetectorCard> now = new ArrayList<>();
        for (Offer offer : offers(network.get())) {
            if (offer.shown()) {
                DetectorCard card = before.computeIfAbsent(
                        offer.about().id(), id -> new DetectorCard(offer.about(), offer.state()));
                card.become(offer.about(), offer.state());
                now.add(card);
            }
        }
        if (!cards.equals(now)) {
            cards.setAll(now);
        }
        Optional<DetectorCard> came = cards.stream()
                .filter(card -> awaited.filter(card.id()::equals).isPresent())
                .findFirst();
        if (came.isPresent()) {
            awaited = Optional.empty();
            selected.set(came.get());
        } else if (!cards.contains(selected.get())) {
            selected.set(cards.isEmpty() ? null : cards.get(0));
        }
        Map<String, Fitted> own =
                OwnDetectors.of(network.get(), model.settingsProperty().get());
        List<Fitted> fitted = new ArrayList<>();
        for (DetectorCard card : cards) {
            if (!own.containsKey(card.id()) && card.fitted().isPresent()) {
                fitted.add(card.fitted().get());
                shares.find(card, card.fitted().get(), network.get());
            }
        }
        ask(network, fitted);
        read();
        note();
    }

    /** Tells the engine only what is new to it, as it answers anew then. */
    private void ask(Optional<ImageModel> network, List<Fitted> detectors) {
        if (network.isPresent() && (judged != network.get() || !same(asked, detectors))) {
            boolean nothing = detectors.isEmpty() && asked.isEmpty();
            judged = network.get();
            asked = detectors;
            if (!nothing) {
                model.judgeBy(detectors);
            }
        }
    }

    private static boolean same(List<Fitted> one, List<Fitted> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Reads what the newest answers mean to each card; where a detector is still at it, its card keeps what it has. */
    private void read() {
        AnswerFrame frame = model.frameProperty().get();
        for (DetectorCard card : cards) {
            if (frame == null) {
                card.read(null);
            } else {
                reading(card, frame).ifPresent(card::read);
            }
        }
    }

    private Optional<DetectorReading> reading(DetectorCard card, AnswerFrame frame) {
        return model.selectedModel()
                .flatMap(frame::answerOf)
                .flatMap(given -> card.fitted().flatMap(fitted -> answer(fitted, given, frame)))
                .map(answer -> new DetectorReading(
                        answer, model.selectedModel().orElseThrow().classes()));
    }

    /** A detector that the network brings along judges at once and follows tau, the others were asked by the engine. */
    private Optional<JudgedAnswer> answer(Fitted fitted, ModelAnswer given, AnswerFrame frame) {
        boolean own = OwnDetectors.of(given.model(), model.settingsProperty().get())
                .containsKey(fitted.about().id());
        return own
                ? Optional.of(JudgedAnswer.of(
                        fitted, given.evidence(), model.settingsProperty().get().tau()))
                : frame.judgedBy(fitted);
    }

    /** What all cards say of some answers, those that were not asked left out. */
    public List<DetectorReading> readings(Answered.Answers answers) {
        return cards.stream()
                .flatMap(card -> reading(card, answers.frame()).stream())
                .toList();
    }

    /** Notes in the history what the selected detector says. */
    private void note() {
        if (model.comparisonProperty().get() == Comparison.DETECTORS) {
            DetectorCard card = selected.get();
            Noting noting = answers -> card == null
                    ? Optional.empty()
                    : reading(card, answers.frame())
                            .map(reading -> new Noting.Note(
                                    reading.verdict().known() ? reading.headline() : DOUBT,
                                    reading.verdict().known()));
            model.notingProperty().set(noting);
        }
    }

    /** Shows how far fits have come. */
    public void pulse() {
        for (DetectorCard card : cards) {
            if (card.stateProperty().get() instanceof DetectorState.Fitting fitting) {
                card.fitted(fitting.fit().share());
            }
        }
    }

    /** Ends the fits. */
    public void close() {
        stocks.close();
        shares.close();
    }
}
