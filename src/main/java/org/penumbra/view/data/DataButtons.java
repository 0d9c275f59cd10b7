package org.penumbra.view.data;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.data.home.Mirrors;
import org.penumbra.data.image.KnownImages;
import org.penumbra.view.widget.ActionButton;

/** What can be done with a data set. What helps most is the accented button. */
final class DataButtons extends HBox {

    private final Button download;
    private final Button bring;
    private final Button verify;

    DataButtons(DataEntry entry, DataModel model) {
        getStyleClass().add("choices");
        setAlignment(Pos.CENTER_LEFT);
        KnownImages known = entry.known();
        OptionalLong bytes = Mirrors.bytes(known);
        download = new ActionButton(
                "download-" + known.name(),
                "Download" + (bytes.isPresent() ? " (" + ByteWords.rounded(bytes.getAsLong()) + ")" : ""),
                Feather.DOWNLOAD,
                "Fetch what is missing or wrong from a public mirror",
                () -> model.download(entry));
        bring = new ActionButton(
                "import-" + known.name(),
                "Import a folder\u2026",
                Feather.FOLDER_PLUS,
                "Check and copy the four files you have already, packed or not",
                () -> model.importFolder(entry));
        verify = new ActionButton(
                "verify-" + known.name(),
                "Verify",
                Feather.CHECK,
                "Read all four files and compare their sums (MD5 and SHA-256) with the published ones",
                () -> model.verify(entry));
        getChildren().addAll(download, bring, verify);
        entry.holdingProperty().addListener((observed, before, now) -> show(now));
        show(entry.holdingProperty().get());
    }

    /** Puts the focus on what helps most; false where nothing can be done yet. */
    boolean focus() {
        Optional<Button> best = Stream.of(download, verify, bring)
                .filter(button -> !button.isDisabled())
                .findFirst();
        best.ifPresent(Button::requestFocus);
        return best.isPresent();
    }

    private void show(Holding holding) {
        boolean lacking = holding instanceof Holding.Missing || holding instanceof Holding.Wrong;
        boolean files = holding instanceof Holding.Found
                || holding instanceof Holding.Right
                || holding instanceof Holding.Wrong;
        download.setDisable(!lacking);
        bring.setDisable(!lacking);
        verify.setDisable(!files);
        accent(download, lacking);
        accent(verify, holding instanceof Holding.Found);
    }

    private static void accent(Button button, boolean helpsMost) {
        button.getStyleClass().remove("accent");
        if (helpsMost) {
            button.getStyleClass().add("accent");
        }
    }
}
