package org.penumbra.view.data;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.penumbra.data.home.FolderNews;
import org.penumbra.data.image.KnownImages;
import org.penumbra.live.data.DownloadReport;
import org.penumbra.live.data.FolderWork;

/** One data set as the window knows it: what is here of it and what is being done. Only its model changes it. */
public final class DataEntry {

    private final KnownImages known;
    private final ReadOnlyObjectWrapper<Holding> holding =
            new ReadOnlyObjectWrapper<>(this, "holding", new Holding.Looking());
    private final ReadOnlyObjectWrapper<Work> work = new ReadOnlyObjectWrapper<>(this, "work", Work.NONE);
    private final ReadOnlyObjectWrapper<DownloadReport> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final ReadOnlyStringWrapper waitsFor = new ReadOnlyStringWrapper(this, "waitsFor", "");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
    private final ObservableValue<Boolean> here = holding.map(Holding.Right.class::isInstance);
    private FolderWork running;
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

    /** Who fills its folder, so that the work waits, as in "another Penumbra (process 4711 of anna)"; otherwise empty. */
    public ReadOnlyStringProperty waitsForProperty() {
        return waitsFor.getReadOnlyProperty();
    }

    /** What else should be known of the work that is being done, in whole sentences; otherwise empty. */
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
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

    /** @param stoppable the work itself */
    void begin(Work begun, FolderWork stoppable) {
        running = stoppable;
        begin(begun);
    }

    void show(DownloadReport newest) {
        if (work.get() == Work.DOWNLOADING) {
            report.set(newest);
        }
    }

    void show(FolderNews news) {
        if (!isBusy()) {
            return;
        }
        if (news instanceof FolderNews.Waiting waiting) {
            waitsFor.set(waiting.whom());
        } else if (news instanceof FolderNews.Free) {
            waitsFor.set("");
        } else {
            remark.set(news.words());
        }
    }

    boolean isStoppable() {
        return work.get() == Work.DOWNLOADING || work.get() == Work.IMPORTING;
    }

    void stop() {
        if (isStoppable()) {
            work.set(Work.STOPPING);
            running.stop();
        }
    }

    void end() {
        report.set(null);
        waitsFor.set("");
        remark.set("");
        running = null;
        work.set(Work.NONE);
    }

    void hold(Holding found) {
        holding.set(found);
    }
}
