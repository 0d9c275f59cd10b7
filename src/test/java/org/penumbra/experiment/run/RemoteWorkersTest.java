package org.penumbra.experiment.run;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.home.DataHome;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.Workshop;

class RemoteWorkersTest {

    private final Workshop workshop = new Workshop(DataHome.in(Path.of("nowhere")));

    @Test
    void whatIsNoAddressIsRefused() {
        for (String master : List.of("", "local", "spark://", "spark://host", "http://host:7077", "spark://a b:1")) {
            ExperimentException refused =
                    assertThrows(ExperimentException.class, () -> RemoteWorkers.find(master, workshop));
            assertTrue(
                    refused.getMessage().contains("spark://HOST:PORT, but got \"" + master + "\""),
                    refused.getMessage());
        }
    }

    @Test
    void aBuildWithoutSparkSaysHowToGetIt() {
        for (String master : List.of("spark://host:7077", "spark://one:7077,two:7077")) {
            ExperimentException missing =
                    assertThrows(ExperimentException.class, () -> RemoteWorkers.find(master, workshop));
            assertTrue(missing.getMessage().startsWith(master + ": this build has no"), missing.getMessage());
            assertTrue(missing.getMessage().contains("\"mvn -Pspark package\""), missing.getMessage());
        }
    }
}
