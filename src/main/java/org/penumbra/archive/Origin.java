package org.penumbra.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import org.penumbra.data.image.ImageData;
import org.penumbra.net.image.ImageProvenance;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.ImagePreset;

/** Says of a model that was trained just now where it comes from: what was trained, by which program, when and where. */
public final class Origin {

    private Origin() {}

    /**
     * The provenance of a model whose training has just ended.
     *
     * @param preset what was trained
     * @param data   on which images
     * @param engine whose layers took the steps
     * @param steps  steps taken
     * @param lanes  parts each batch was cut into
     */
    public static ImageProvenance now(ImagePreset preset, ImageData data, StepEngine engine, long steps, int lanes) {
        return new ImageProvenance(
                preset.name(),
                data.name(),
                data.checksums(),
                data.fit(),
                data.folder(),
                preset.training(),
                steps,
                lanes,
                engine,
                programVersion(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                platform());
    }

    /** The program's version as the build wrote it down, for example "0.1.0". */
    public static String programVersion() {
        try (InputStream in = Origin.class.getResourceAsStream("/penumbra.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's version", e);
        }
    }

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java "
                + System.getProperty("java.version");
    }
}
