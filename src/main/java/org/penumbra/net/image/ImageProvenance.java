package org.penumbra.net.image;

import java.util.Map;

/**
 * Where a trained network comes from; it travels with the network.
 *
 * @param preset         name of the preset it was trained by
 * @param data           name of the data set ("mnist")
 * @param checksums      what the data were read from: MD5 of each unpacked file, or version and seed of the generator
 * @param training       how it was trained
 * @param steps          steps taken
 * @param lanes          parts each batch was cut into; the last bits of a run depend on it
 * @param programVersion of Penumbra
 * @param date           when training ended, ISO 8601 in UTC
 * @param platform       operating system, architecture and Java version
 */
public record ImageProvenance(
        String preset,
        String data,
        Map<String, String> checksums,
        ImageTrainingSettings training,
        long steps,
        int lanes,
        String programVersion,
        String date,
        String platform) {

    public ImageProvenance {
        checksums = Map.copyOf(checksums);
    }
}
