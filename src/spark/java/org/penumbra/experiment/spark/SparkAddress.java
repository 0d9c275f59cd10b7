package org.penumbra.experiment.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.penumbra.data.Reasons;
import org.penumbra.experiment.ExperimentException;

/** Sees whether anybody listens at the address of a master, as Spark itself would try for a minute. */
final class SparkAddress {

    private static final int PATIENCE_MILLIS = 5000;

    private SparkAddress() {}

    /**
     * Knocks at a master, or at each of several until one answers.
     *
     * @param master spark://HOST:PORT,HOST:PORT
     * @throws ExperimentException when none does
     */
    static void require(String master) {
        IOException silent = null;
        for (String one : master.substring("spark://".length()).split(",")) {
            int colon = one.lastIndexOf(':');
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(one.substring(0, colon), Integer.parseInt(one.substring(colon + 1))),
                        PATIENCE_MILLIS);
                return;
            } catch (IOException | IllegalArgumentException e) {
                silent = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
            }
        }
        throw new ExperimentException(
                master + ": nobody answers there (" + Reasons.of(silent)
                        + "); start a master of Apache Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION()
                        + " there, or give the address that it says",
                silent);
    }
}
