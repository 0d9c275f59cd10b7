package org.penumbra.view.draw;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.penumbra.data.DataHome;
import org.penumbra.data.KnownImages;
import org.penumbra.view.shell.DataDesk;

/** Image data in a folder of the test; remembers who opened it. */
final class PlainDesk implements DataDesk {

    final List<String> opened = new ArrayList<>();
    private final DataHome home;
    private final Map<KnownImages, BooleanProperty> here = new HashMap<>();

    PlainDesk(Path folder) {
        home = DataHome.in(folder);
        KnownImages.all().forEach(known -> here.put(known, new SimpleBooleanProperty()));
    }

    @Override
    public DataHome home() {
        return home;
    }

    @Override
    public ObservableValue<Boolean> here(KnownImages known) {
        return here.get(known);
    }

    /** Says that a data set has come. */
    void came(KnownImages known) {
        here.get(known).set(true);
    }

    @Override
    public void open() {
        opened.add("");
    }

    @Override
    public void open(KnownImages wanted) {
        opened.add(wanted.name());
    }
}
