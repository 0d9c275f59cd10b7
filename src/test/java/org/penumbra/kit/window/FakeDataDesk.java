package org.penumbra.kit.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.KnownImages;
import org.penumbra.view.shell.DataDesk;

/** A data desk over a folder, which remembers what it was opened at. */
public final class FakeDataDesk implements DataDesk {

    public final List<String> opened = new ArrayList<>();
    private final DataHome home;
    private final Map<String, BooleanProperty> here = new HashMap<>();

    public FakeDataDesk(DataHome home) {
        this.home = home;
    }

    @Override
    public DataHome home() {
        return home;
    }

    @Override
    public ObservableValue<Boolean> here(KnownImages known) {
        return arrived(known);
    }

    /** Set it when a data set has come. */
    public BooleanProperty arrived(KnownImages known) {
        return here.computeIfAbsent(known.name(), name -> new SimpleBooleanProperty());
    }

    @Override
    public void open() {
        opened.add("");
    }

    @Override
    public void open(KnownImages wanted) {
        opened.add(wanted.name());
    }

    @Override
    public void importFolder(KnownImages wanted) {
        opened.add("folder of " + wanted.name());
    }
}
