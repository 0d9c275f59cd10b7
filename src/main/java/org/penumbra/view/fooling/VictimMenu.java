package org.penumbra.view.fooling;

import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.penumbra.view.shell.ModelEntry;

/** A menu of models to choose a victim from, asked for anew whenever it opens, as models come while the program runs. */
final class VictimMenu extends MenuButton {

    private final FoolingModel model;
    private final Consumer<ModelEntry> chosen;
    private final Runnable openFile;

    /**
     * @param chosen   receives the model
     * @param openFile asks for a file with a model
     */
    VictimMenu(String text, FoolingModel model, Consumer<ModelEntry> chosen, Runnable openFile) {
        super(text);
        this.model = model;
        this.chosen = chosen;
        this.openFile = openFile;
        setMnemonicParsing(false);
        fill();
        addEventHandler(ON_SHOWING, event -> fill());
    }

    private void fill() {
        getItems().clear();
        for (ModelEntry entry : model.victims().others()) {
            MenuItem item = new MenuItem(entry.name());
            item.setId("choose-" + entry.name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> chosen.accept(entry));
            getItems().add(item);
        }
        MenuItem open = new MenuItem("Open a model file\u2026");
        open.setId("choose-file");
        open.setOnAction(event -> openFile.run());
        getItems().addAll(new SeparatorMenuItem(), open);
    }
}
