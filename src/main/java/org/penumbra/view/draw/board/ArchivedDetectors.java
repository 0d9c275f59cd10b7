package org.penumbra.view.draw.board;

import java.nio.file.Path;
import java.util.List;
import org.penumbra.archive.DetectorFile;
import org.penumbra.archive.ShippedDetectors;
import org.penumbra.data.OutsideText;
import org.penumbra.detector.Fitted;
import org.penumbra.net.image.ImageModel;

/** Fitted detectors from sealed files: those that ship, and a person's own. */
public final class ArchivedDetectors implements FittedSource {

    @Override
    public List<Fitted> shipped(String name, ImageModel model) {
        return ShippedDetectors.of(name).stream()
                .flatMap(id -> ShippedDetectors.find(name, id).stream()
                        .map(stored -> stored.requireFor(model, name, ShippedDetectors.source(name, id))))
                .toList();
    }

    @Override
    public Fitted read(Path file, ImageModel model, String called) {
        return DetectorFile.read(file)
                .requireFor(model, called, OutsideText.shown(file.getFileName().toString()));
    }
}
