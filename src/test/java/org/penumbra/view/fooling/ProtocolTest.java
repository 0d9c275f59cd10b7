package org.penumbra.view.fooling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.penumbra.live.fooling.FoolingPlan;
import org.penumbra.state.FoolingState;
import org.penumbra.state.LabState;
import org.penumbra.state.Told;

/** What states say of attacks is what the lab has. */
class ProtocolTest {

    @Test
    void statesNameTheProtocolsOfTheLab() {
        assertEquals(
                FoolingState.PROTOCOLS,
                Arrays.stream(Protocol.values()).map(Protocol::id).toList());
        assertEquals(FoolingModel.MOST_TRIALS, FoolingState.MOST_TRIALS);
    }

    @Test
    void aStateMayHaveAsManyVictimsAsAnAttack() {
        String most = "mnist-cnn,".repeat(FoolingPlan.MOST_VICTIMS - 1) + "mnist-cool";
        assertEquals(FoolingPlan.MOST_VICTIMS, victims(most).value().victims().size());
        assertEquals(1, victims("mnist-cnn," + most).remarks().size());
    }

    private static Told<FoolingState> victims(String names) {
        return FoolingState.read(LabState.parse("penumbra:1/fooling?victims=" + names));
    }
}
