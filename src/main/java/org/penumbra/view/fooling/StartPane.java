package org.penumbra.view.fooling;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
        getStyleClass().addAll("labelled", "starts");
        Label label = new Label("First image");
        label.getStyleClass().add("field-label");
        HBox tiles = new HBox();
        tiles.getStyleClass().add("tiles");
        for (GeneratorStart start : GeneratorStart.values()) {
            VBox tile = new VBox(choice(start), new SymbolButton(FoolingSymbols.of(start), null));
            tile.getStyleClass().add("tile");
            HBox.setHgrow(tile, Priority.ALWAYS);
            tiles.getChildren().add(tile);
        }
        getChildren().addAll(label, tiles);
        visibleProperty().bind(model.protocolProperty().map(Protocol::hasStart));
        managedProperty().bind(visibleProperty());
        model.startProperty()
                .subscribe(chosen -> choices.forEach((start, choice) -> choice.setSelected(start == chosen)));
        model.seedProperty().subscribe(seed -> draw(seed.longValue()));
    }

    private ToggleButton choice(GeneratorStart start) {
        DigitView picture = new DigitView(2);
        picture.setAccessibleText("The image that the attack begins with from " + word(start));
        pictures.put(start, picture);
        ToggleButton choice = new ToggleButton(start.title(), picture);
        choice.setId("start-" + start.id());
        choice.setContentDisplay(ContentDisplay.TOP);
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
