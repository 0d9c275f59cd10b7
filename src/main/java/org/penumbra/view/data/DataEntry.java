package org.penumbra.view.data;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.penumbra.data.image.KnownImages;
import org.penumbra.live.data.DownloadMeter;
import org.penumbra.live.data.DownloadReport;

/** One data set as the window knows it: what is here of it and what is being done. Only its model changes it. */
public final class DataEntry {

    private final KnownImages known;
    private final ReadOnlyObjectWrapper<Holding> holding =
            new ReadOnlyObjectWrapper<>(this, "holding", new Holding.Looking());
    private final ReadOnlyObjectWrapper<Work> work = new ReadOnlyObjectWrapper<>(this, "work", Work.NONE);
    private final ReadOnlyObjectWrapper<DownloadReport> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final ObservableValue<Boolean> here = holding.map(Holding.Right.class::isInstance);
    private DownloadMeter meter;
    private int works;

    DataEntry(KnownImages known) {
        this.known = known;
    }

    /** The data set. */
    public KnownImages known() {
        return known;
    }

    /** What is here of it. */
    public ReadOnlyObjectProperty<Holding> holdingProperty() {
        return holding.getReadOnlyProperty();
    }

    /** What is being done with it. */
    public ReadOnlyObjectProperty<Work> workProperty() {
        return work.getReadOnlyProperty();
    }

    /** How far its download is; null while there is none, and until the mirror has answered. */
    public ReadOnlyObjectProperty<DownloadReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Whether it is known to be here and right. */
    public ObservableValue<Boolean> here() {
        return here;
    }

    boolean isBusy() {
        return work.get() != Work.NONE;
    }

    /** How much work was begun so far: what was seen before the last began is out of date. */
    int works() {
        return works;
    }

    void begin(Work begun) {
        works++;
        work.set(begun);
    }

    void begin(DownloadMeter download) {
        meter = download;
        begin(Work.DOWNLOADING);
    }

    void show(DownloadReport newest) {
        if (work.get() == Work.DOWNLOADING) {
            report.set(newest);
        }
    }

    void stop() {
        if (work.get() == Work.DOWNLOADING) {
            work.set(Work.STOPPING);
            meter.stop();
        }
    }

    void end() {
        report.set(null);
        meter = null;
        work.set(Work.NONE);
    }

    void hold(Holding found) {
        holding.set(found);
    }
}
