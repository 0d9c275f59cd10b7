package org.penumbra.view.fooling;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.penumbra.fooling.GradientAttack;
import org.penumbra.fooling.descent.GeneratorStart;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.view.fooling.trial.FoolingSymbols;
import org.penumbra.view.widget.DigitView;
import org.penumbra.view.widget.symbol.SymbolButton;

/** How the generator starts: each start with the very image that the first trial would begin with. */
final class StartPane extends VBox {

    private final FoolingModel model;
    private final Map<GeneratorStart, ToggleButton> choices = new EnumMap<>(GeneratorStart.class);
    private final Map<GeneratorStart, DigitView> pictures = new EnumMap<>(GeneratorStart.class);

    StartPane(FoolingModel model) {
        this.model = model;
        getStyleClass().add("starts");
        Label label = new Label("First image");
        label.getStyleClass().add("field-label");
        label.setMinWidth(USE_PREF_SIZE);
        HBox tiles = new HBox();
        tiles.getStyleClass().add("tiles");
        for (GeneratorStart start : GeneratorStart.values()) {
            VBox tile = new VBox(head(start), choice(start));
            tile.getStyleClass().add("tile");
            // As wide as each other, whatever stands in them.
            tile.setPrefWidth(0);
            HBox.setHgrow(tile, Priority.ALWAYS);
            tiles.getChildren().add(tile);
        }
        StackPane layers = new StackPane(tiles, label);
        StackPane.setAlignment(label, Pos.TOP_LEFT);
        getChildren().add(layers);
        visibleProperty().bind(model.protocolProperty().map(Protocol::hasStart));
        managedProperty().bind(visibleProperty());
        model.startProperty()
                .subscribe(chosen -> choices.forEach((start, choice) -> choice.setSelected(start == chosen)));
        model.seedProperty().subscribe(seed -> draw(seed.longValue()));
    }

    /** What can be asked about a start, above it at the right. */
    private static HBox head(GeneratorStart start) {
        HBox head = new HBox(new SymbolButton(FoolingSymbols.of(start), null));
        head.getStyleClass().add("head");
        return head;
    }

    private ToggleButton choice(GeneratorStart start) {
        DigitView picture = new DigitView(2);
        picture.setAccessibleText("The image that the attack begins with from " + word(start));
        pictures.put(start, picture);
        ToggleButton choice = new ToggleButton(start.title(), picture);
        choice.setId("start-" + start.id());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setTooltip(new Tooltip(
                "Begin with " + (start == GeneratorStart.GREY ? "an image that is nearly grey" : "an image of noise")));
        choice.setAccessibleText("First image: " + word(start));
        choice.setOnAction(event -> {
            choice.setSelected(true);
            model.startProperty().set(start);
        });
        choices.put(start, choice);
        return choice;
    }

    private static String word(GeneratorStart start) {
        return start.title().toLowerCase(Locale.ROOT);
    }

    private void draw(long seed) {
        pictures.forEach(
                (start, picture) -> picture.show(GradientAttack.paper(start).firstImage(ImageSettings.PIXELS, seed)));
    }
}
