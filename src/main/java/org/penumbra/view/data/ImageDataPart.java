package org.penumbra.view.data;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.KnownImages;
import org.penumbra.view.shell.DataPart;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.Sheets;
import org.penumbra.view.shell.message.Messages;

/** The window's image data: the model, the button in the top bar and the sheet it opens. */
public final class ImageDataPart implements DataPart {

    private final DataModel model;
    private final Sheets sheets;
    private final DataButton button;
    private DataView view;

    private ImageDataPart(DataModel model, Sheets sheets) {
        this.model = model;
        this.sheets = sheets;
        button = new DataButton(model, this::open);
    }

    /**
     * Makes the part for a window.
     *
     * @param home    where data sets are looked for and put
     * @param sources which there are
     */
    public static Opener of(DataHome home, DataSources sources) {
        return (Messages messages, FilePicker files, Sheets sheets) ->
                new ImageDataPart(new DataModel(home, sources, files, messages::show, Platform::runLater), sheets);
    }

    /** The state and the commands. */
    public DataModel model() {
        return model;
    }

    @Override
    public DataHome home() {
        return model.home();
    }

    @Override
    public ObservableValue<Boolean> here(KnownImages known) {
        return model.entry(known).here();
    }

    @Override
    public void open() {
        show();
    }

    @Override
    public void open(KnownImages wanted) {
        DataEntry entry = model.entry(wanted);
        show().focus(entry, model);
    }

    @Override
    public void importFolder(KnownImages wanted) {
        open(wanted);
        model.importFolder(model.entry(wanted));
    }

    private DataView show() {
        if (view == null) {
            view = new DataView(model, sheets::leave);
        }
        sheets.show(view);
        // A scroll pane takes in its content with its first style; until then nothing in it can have the focus.
        view.applyCss();
        model.look();
        return view;
    }

    @Override
    public Node button() {
        return button;
    }

    @Override
    public void close() {
        model.close();
    }
}
