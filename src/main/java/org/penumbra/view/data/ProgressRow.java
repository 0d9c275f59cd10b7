package org.penumbra.view.data;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.data.home.FetchProgress;
import org.penumbra.live.data.DownloadReport;

/** What is being done with a data set and how far it is; what fills its folder can be cancelled. */
final class ProgressRow extends HBox {

    private final DataEntry entry;
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label what = new Label();
    private final Label amount = new Label();
    private final Label remark = new Label();
    private final Button cancel = new Button("Cancel");

    ProgressRow(DataEntry entry, DataModel model) {
        this.entry = entry;
        getStyleClass().add("progress");
        setAlignment(Pos.CENTER_LEFT);
        bar.setId("progress-" + entry.known().name());
        bar.setFocusTraversable(true);
        bar.setAccessibleText("Progress of " + entry.known().title());
        bar.setMaxWidth(Double.MAX_VALUE);
        what.getStyleClass().add("what");
        amount.getStyleClass().add("amount");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        remark.setId("remark-" + entry.known().name());
        remark.getStyleClass().add("remark");
        remark.setWrapText(true);
        remark.setMinHeight(Region.USE_PREF_SIZE);
        remark.managedProperty().bind(remark.visibleProperty());
        VBox middle = new VBox(bar, new HBox(what, space, amount), remark);
        middle.getStyleClass().add("middle");
        HBox.setHgrow(middle, Priority.ALWAYS);
        cancel.setId("cancel-" + entry.known().name());
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> model.cancel(entry));
        getChildren().addAll(middle, cancel);
        entry.workProperty().addListener((observed, before, now) -> show());
        entry.reportProperty().addListener((observed, before, now) -> show());
        entry.waitsForProperty().addListener((observed, before, now) -> show());
        entry.remarkProperty().addListener((observed, before, now) -> show());
        show();
    }

    /** Puts the focus on cancelling, or on the bar where that is not possible, so that it does not wander off. */
    void focus() {
        if (cancel.isVisible()) {
            cancel.requestFocus();
        } else {
            bar.requestFocus();
        }
    }

    private void show() {
        Work work = entry.workProperty().get();
        DownloadReport report = entry.reportProperty().get();
        // It stays enabled while stopping: a disabled button would lose the focus to somewhere else.
        cancel.setVisible(entry.isStoppable() || work == Work.STOPPING);
        double share = report == null ? Double.NaN : report.share();
        bar.setProgress(Double.isNaN(share) ? ProgressBar.INDETERMINATE_PROGRESS : share);
        amount.setText(report == null ? "" : amount(report));
        what.setText(what(work, report));
        remark.setText(entry.remarkProperty().get());
        remark.setVisible(!remark.getText().isEmpty());
    }

    private String what(Work work, DownloadReport report) {
        String waitsFor = entry.waitsForProperty().get();
        if (entry.isStoppable() && !waitsFor.isEmpty()) {
            return "Waiting for " + waitsFor + "\u2026";
        }
        return switch (work) {
            case NONE -> "";
            case DOWNLOADING -> report == null ? "Asking the mirror\u2026" : what(report.file());
            case STOPPING -> "Stopping; what has arrived is kept\u2026";
            case IMPORTING -> "Checking and copying four files\u2026";
            case VERIFYING -> "Reading four files and comparing their sums\u2026";
        };
    }

    private static String what(FetchProgress file) {
        return (file.done() == file.total() ? "Checking file " : "File ") + file.number() + " of " + file.files() + ": "
                + file.file();
    }

    private static String amount(DownloadReport report) {
        String bytes = ByteWords.of(report.file().done(), report.file().total());
        return Double.isNaN(report.bytesPerSecond())
                ? bytes
                : bytes + ", " + ByteWords.of(report.bytesPerSecond()) + "/s";
    }
}
