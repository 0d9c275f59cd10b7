package org.penumbra.view.draw.input;

import javafx.collections.SetChangeListener;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button for a random test image, with a menu of where they come from. */
final class TestImageMenu extends SplitMenuButton {

    private final InputSources sources;

    TestImageMenu(InputSources sources) {
        this.sources = sources;
        setId("test-image");
        setGraphic(new FontIcon(Feather.SHUFFLE));
        setTooltip(new Tooltip("A random test image, and with every press another (N); the arrow says of which data"));
        setOnAction(event -> sources.randomTestImage());
        TestImages tests = sources.tests();
        tests.here().addListener((SetChangeListener<ImageOrigin>) change -> fill());
        tests.chosenProperty().addListener((observed, before, now) -> fill());
        tests.readingProperty().addListener((observed, before, now) -> name());
        fill();
    }

    private void fill() {
        name();
        TestImages tests = sources.tests();
        ToggleGroup group = new ToggleGroup();
        getItems().clear();
        for (ImageOrigin origin : tests.origins()) {
            if (tests.here().contains(origin)) {
                RadioMenuItem item = new RadioMenuItem(origin.title());
                item.setToggleGroup(group);
                item.setSelected(origin.equals(tests.chosenProperty().get()));
                item.setOnAction(event -> {
                    tests.choose(origin);
                    sources.randomTestImage();
                });
                getItems().add(item);
            }
        }
        if (tests.missing().isPresent()) {
            getItems().add(new SeparatorMenuItem());
        }
        tests.origins().stream()
                .filter(origin -> !tests.here().contains(origin))
                .forEach(origin -> {
                    MenuItem get = new MenuItem("Get " + origin.title() + "\u2026", new FontIcon(Feather.DOWNLOAD));
                    get.setOnAction(event -> tests.get(origin));
                    getItems().add(get);
                });
    }

    private void name() {
        ImageOrigin chosen = sources.tests().chosenProperty().get();
        setText(sources.tests().readingProperty().get() ? "Reading\u2026" : chosen.title());
    }
}
