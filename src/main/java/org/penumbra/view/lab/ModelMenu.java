package org.penumbra.view.lab;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.penumbra.view.shell.ModelEntry;

/** A menu of models to choose one from, asked for anew whenever it opens, as models come while the program runs. */
public final class ModelMenu extends MenuButton {

    private final Supplier<List<ModelEntry>> models;
    private final Consumer<ModelEntry> chosen;
    private final Runnable openFile;
    private final List<MenuItem> more;

    /**
     * @param models   what may be chosen
     * @param chosen   receives the model
     * @param openFile asks for a file with a model
     * @param more     items at the end
     */
    public ModelMenu(
            String text,
            Supplier<List<ModelEntry>> models,
            Consumer<ModelEntry> chosen,
            Runnable openFile,
            MenuItem... more) {
        super(text);
        this.models = models;
        this.chosen = chosen;
        this.openFile = openFile;
        this.more = List.of(more);
        setMnemonicParsing(false);
        fill();
        addEventHandler(ON_SHOWING, event -> fill());
    }

    private void fill() {
        getItems().clear();
        for (ModelEntry entry : models.get()) {
            MenuItem item = new MenuItem(entry.name());
            item.setId("model-" + entry.name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> chosen.accept(entry));
            getItems().add(item);
        }
        MenuItem open = new MenuItem("Open a model file\u2026");
        open.setId("model-open");
        open.setOnAction(event -> openFile.run());
        getItems().addAll(new SeparatorMenuItem(), open);
        getItems().addAll(more);
    }
}
