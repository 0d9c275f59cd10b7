package org.penumbra.view.draw;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.data.image.KnownImages;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.draw.answer.Acceptance;
import org.penumbra.view.draw.answer.DrawCard;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.answer.DrawSettings;
import org.penumbra.view.draw.answer.Tested;

/**
 * What the present setting costs a model: how many real test images it still accepts, and how many of all it accepts and
 * has right. Where nobody knows, it says what is missing.
 */
final class CardAcceptance extends VBox {

    private final DrawCard card;
    private final DrawModel model;
    private final Consumer<Optional<KnownImages>> openData;
    private final Label setting = new Label();
    private final Label accepted = new Label();
    private final Hyperlink missing = new Hyperlink();

    /** @param openData opens the sheet of image data at a data set */
    CardAcceptance(DrawCard card, DrawModel model, Consumer<Optional<KnownImages>> openData) {
        this.card = card;
        this.model = model;
        this.openData = openData;
        getStyleClass().add("card-acceptance");
        setting.getStyleClass().add("setting");
        accepted.getStyleClass().add("accepted");
        accepted.setWrapText(true);
        accepted.setMinHeight(Region.USE_PREF_SIZE);
        accepted.setTooltip(
                new Tooltip("Of test images it never learnt from, at this \u03b1 and \u03c4 (without \u0393):\n"
                        + "how many reach \u03c4, and how many reach it with the right class"));
        missing.setWrapText(true);
        missing.managedProperty().bind(missing.visibleProperty());
        missing.setVisible(false);
        getChildren().addAll(setting, accepted, missing);
        card.acceptanceProperty().addListener((observed, before, now) -> show());
        card.testedProperty().addListener((observed, before, now) -> show());
        card.modelProperty().addListener((observed, before, now) -> showSetting());
        model.settingsProperty().addListener((observed, before, now) -> showSetting());
        show();
        showSetting();
    }

    /** What is told. */
    String words() {
        return accepted.getText();
    }

    private void showSetting() {
        ImageModel known = card.modelProperty().get();
        DrawSettings now = model.settingsProperty().get();
        if (known == null) {
            setting.setText("");
        } else if (!now.suits(known)) {
            setting.setText("not calibrated");
        } else if (!known.doubts()) {
            setting.setText(ModelDetectors.of(known, now.of(known)).about().name() + " decides: y alone");
        } else {
            setting.setText("\u03b1 " + digits(now.of(known).alpha())
                    + (now.calibrated() ? ", its own" : ", the same for all"));
        }
    }

    /** Three digits that count. */
    static String digits(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%.0f", value)
                : value >= 10 ? String.format(Locale.ROOT, "%.1f", value) : String.format(Locale.ROOT, "%.2f", value);
    }

    private void show() {
        Acceptance known = card.acceptanceProperty().get();
        missing.setVisible(false);
        if (known != null) {
            accepted.setText(String.format(
                    Locale.ROOT,
                    "%.2f %% accepted, %.2f %% right\n%s %s",
                    100 * known.accepted(),
                    100 * known.right(),
                    grouped(known.images()),
                    known.title()));
        } else if (card.testedProperty().get() instanceof Tested.Waiting waiting) {
            accepted.setText(waiting.what() + "\n");
        } else if (card.testedProperty().get() instanceof Tested.Missing lack) {
            showMissing(lack);
        } else {
            accepted.setText(
                    card.problemProperty().get().isEmpty()
                            ? ""
                            : "Move \u03b1 by hand to give all models the same one.");
        }
    }

    private void showMissing(Tested.Missing lack) {
        accepted.setText("How many real images are accepted is not known: " + lack.why() + ".");
        missing.setVisible(true);
        missing.setText(lack.wanted().map(known -> "Get " + known.title()).orElse("Image data\u2026"));
        missing.setOnAction(event -> openData.accept(lack.wanted()));
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }
}
