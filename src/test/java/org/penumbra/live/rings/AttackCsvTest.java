package org.penumbra.live.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.fooling.descent.AdamDescent;
import org.penumbra.fooling.plane.PlaneAttack.Slopes;
import org.penumbra.live.rings.AttackPath.Attacked;
import org.penumbra.live.rings.AttackPath.Outcome;

class AttackCsvTest {

    @Test
    void bothPathsAreWrittenALineAStep() throws IOException {
        AttackPlan plan = new AttackPlan(
                new Position(-1, 2.5), 2, new ConfidenceSettings(20, 2, 0.9), new AdamDescent(0.02), Slopes.GRADIENT);
        AttackPath prediction = new AttackPath(
                Attacked.PREDICTION,
                Outcome.SURE,
                1,
                List.of(
                        new AttackPoint(0, 700, -1, 2.5, 0.5, 0.25),
                        new AttackPoint(1, 731, -0.75, 2.25, 0.995, 0.125)));
        AttackPath scaled = new AttackPath(
                Attacked.SCALED,
                Outcome.STOPPED,
                AttackPath.NEVER,
                List.of(new AttackPoint(0, 700, -1, 2.5, 0.5, 0.25)));
        StringWriter text = new StringWriter();
        AttackCsv.write(text, new AttackFrame(3, plan, prediction, scaled, ""));
        assertEquals("""
                run,attacked,target,tau,alpha,beta,step,training_step,x,y,probability,scaled_output
                3,y,2,0.9,20.0,2.0,0,700,-1.0,2.5,0.5,0.25
                3,y,2,0.9,20.0,2.0,1,731,-0.75,2.25,0.995,0.125
                3,scaled,2,0.9,20.0,2.0,0,700,-1.0,2.5,0.5,0.25
                """, text.toString());
    }
}
