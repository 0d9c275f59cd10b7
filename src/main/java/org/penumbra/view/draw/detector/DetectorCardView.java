package org.penumbra.view.draw.detector;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.data.image.KnownImages;
import org.penumbra.live.draw.AcceptedShare;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.board.DetectorBoard;
import org.penumbra.view.draw.board.DetectorCard;
import org.penumbra.view.draw.board.DetectorReading;
import org.penumbra.view.draw.board.DetectorState;
import org.penumbra.view.draw.board.KnownPictures;
import org.penumbra.view.widget.IconButton;

/**
 * All that one detector says of the image: its verdict, the acceptance against its threshold, why, and what it looks at. A press,
 * or the focus in it, selects it.
 */
public final class DetectorCardView extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final DetectorCard card;
    private final DetectorBoard board;
    private final DetectorVerdict verdict;
    private final Label why = new Label();
    private final DetectorPicture picture;
    private final DetectorLack lack;
    private final VBox said;

    DetectorCardView(
            DetectorCard card,
            DetectorBoard board,
            DrawModel model,
            KnownPictures training,
            Consumer<Optional<KnownImages>> openData) {
        this.card = card;
        this.board = board;
        verdict = new DetectorVerdict(card);
        picture = new DetectorPicture(model, training);
        lack = new DetectorLack(card, board, openData);
        getStyleClass().addAll("card", "detector-card");
        setId("detector-" + card.id());
        why.getStyleClass().add("why");
        why.setWrapText(true);
        // Its height is fixed; what is longer can be asked for.
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(400);
        whole.textProperty().bind(why.textProperty());
        why.setTooltip(whole);
        said = new VBox(verdict, why, picture, accepted());
        said.getStyleClass().add("said");
        VBox.setVgrow(picture, Priority.ALWAYS);
        VBox.setVgrow(said, Priority.ALWAYS);
        VBox.setVgrow(lack, Priority.ALWAYS);
        getChildren().addAll(header(), said, lack);
        addEventFilter(
                MouseEvent.MOUSE_PRESSED, event -> board.selectedProperty().set(card));
        focusWithinProperty().addListener((observed, before, now) -> selectIf(now));
        board.selectedProperty().addListener((observed, before, now) -> showSelected());
        card.readingProperty().subscribe(this::show);
        card.stateProperty().subscribe(this::show);
        training.imagesProperty()
                .addListener((observed, before, now) ->
                        picture.show(card.readingProperty().get()));
        showSelected();
    }

    /** Who has no mouse selects a card by going into it. */
    private void selectIf(boolean entered) {
        if (entered) {
            board.selectedProperty().set(card);
        }
    }

    DetectorCard card() {
        return card;
    }

    DetectorVerdict verdict() {
        return verdict;
    }

    DetectorPicture picture() {
        return picture;
    }

    /** Why, in words. */
    String why() {
        return why.getText();
    }

    /** How many test images the detector accepts; it takes no room while that is not known. */
    private Label accepted() {
        Label accepted = new Label();
        accepted.getStyleClass().add("accepted-share");
        accepted.setWrapText(true);
        accepted.setTooltip(
                new Tooltip("Of test images that neither the network nor the detector has learnt, at this threshold"));
        accepted.textProperty()
                .bind(card.acceptedProperty().map(DetectorCardView::words).orElse(""));
        accepted.managedProperty().bind(accepted.textProperty().isNotEmpty());
        return accepted;
    }

    private static String words(AcceptedShare.Accepted found) {
        return String.format(
                        Locale.ROOT, "%.1f %% accepted of %,d %s", 100 * found.share(), found.images(), found.title())
                .replace(',', '\u202f');
    }

    private HBox header() {
        Label name = new Label();
        name.getStyleClass().add("detector-name");
        name.setMinWidth(0);
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        name.textProperty().bind(card.aboutProperty().map(about -> sentence(about.name())));
        Tooltip meaning = new Tooltip();
        meaning.setWrapText(true);
        meaning.setMaxWidth(400);
        meaning.textProperty()
                .bind(card.aboutProperty().map(about -> sentence(about.meaning()) + ". " + about.source() + "."));
        name.setTooltip(meaning);
        HBox.setHgrow(name, Priority.ALWAYS);
        IconButton remove = new IconButton(
                "take-" + card.id(), Feather.X, "Take this detector away", () -> board.choose(card.id(), false));
        remove.getStyleClass().addAll("flat", "small");
        HBox header = new HBox(name, remove);
        header.getStyleClass().add("detector-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void show(DetectorState state) {
        boolean judges = state instanceof DetectorState.Ready;
        said.setVisible(judges);
        said.setManaged(judges);
        lack.setVisible(!judges);
        lack.setManaged(!judges);
    }

    private void show(DetectorReading reading) {
        why.setText(reading == null ? "Draw something on the pad." : reading.why());
        picture.show(reading);
    }

    private void showSelected() {
        pseudoClassStateChanged(SELECTED, board.selectedProperty().get() == card);
    }
}
