package org.penumbra.data.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsFileTest {

    private static final List<PaintedPoint> TWO = List.of(new PaintedPoint(0.5f, -1.25f, 0), new PaintedPoint(2, 3, 1));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.5,-1.25,0\n2,3,1\n",
                "x,y,class\n0.5,-1.25,0\n2,3,1",
                "X;Y;Label\r\n0,5;-1,25;0\r\n2;3;1\r\n",
                "0.5\t-1.25\t0\n\n2\t3\t1\n\n",
                "\uFEFF x , y , class \n 0.5 , -1.25 , 0 \n 2 , 3 , 1 \n",
                "class,y,x,weight\n0,-1.25,0.5,9\n1,3,2,9\n",
                "# x,y,class\n5.0e-01,-1.25e+00,0.000e+00\n2,3,1.0\n",
                "first,second,third\n0.5,\u22121.25,0\n2,3,1\n",
                "\"0.5\",\"-1.25\",\"0\"\n2,3,1\n"
            })
    void whatPeopleCallATableOfPointsIsRead(String table) throws IOException {
        assertEquals(TWO, read(table).points().points());
    }

    @Test
    void classesMayHaveNames() throws IOException {
        FilePoints named = read("x;y;class\n0;0;setosa\n1;0;virginica\n2;0;setosa\n");
        assertEquals(List.of("setosa", "virginica"), named.names());
        assertEquals(List.of(0, 1, 0), labels(named));
        assertEquals("3 points; class 0 is setosa, class 1 is virginica", named.summary());
    }

    @Test
    void numbersFromZeroAreTakenAsTheyAreAndOthersInTheirOrder() throws IOException {
        assertEquals(List.of(2, 1), labels(read("0,0,2\n1,0,1\n")));
        assertEquals(List.of(1, 0), labels(read("0,0,1\n1,0,-1\n")));
        FilePoints years = read("0,0,1999\n1,0,1850\n");
        assertEquals(List.of(1, 0), labels(years));
        assertEquals(List.of("1850", "1999"), years.names());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`0,0,0\\n1,x,1`              | 2 | y: expected a number",
                "`x,y,class\\n0,0,0\\n1,2`  | 3 | found 2 values",
                "`0,0,0\\n1,2,0,9`            | 2 | found 4 values",
                "`0,0,0\\nNaN,2,0`            | 2 | x: expected a number",
                "`0,0,0\\n1,Infinity,0`       | 2 | y: expected a number",
                "`0,0,0\\n\\n2e6,0,1`       | 3 | x: expected a number from -1000000 to 1000000",
                "`0,0,0\\n1,2,`               | 2 | class: expected a number or a name",
                "`0;0;0\\n1,000;2;0`          | 2 | x: expected a number that cannot be misread",
                "`0,0,0\\n0,\"1,0`           | 2 | quotation mark",
                "`a,b,c,d\\n0,0,0,0`          | 1 | expected the headings x, y and class",
                "`0 0 0\\n1 1 1`              | 1 | only",
                "`x,y,class`                    | 0 | there is none",
                "``                             | 0 | there is none",
            })
    void whatIsWrongIsSaidWithItsLine(String table, long line, String complaint) {
        PointsFileProblem problem = assertThrows(
                PointsFileProblem.class, () -> read(table.replace("\\n", "\n").replace("\\\"", "\"")));
        assertEquals(line, problem.line(), problem.getMessage());
        assertTrue(
                problem.getMessage().contains("points.csv" + (line > 0 ? ", line " + line + ": " : ": ")),
                problem.getMessage());
        assertTrue(problem.getMessage().contains(complaint), problem.getMessage());
    }

    @Test
    void theNinthClassAndOnePointTooManyAreNamedWithTheirLine() {
        StringBuilder nine = new StringBuilder();
        for (int k = 0; k < 9; k++) {
            nine.append("0,0,c").append(k).append('\n');
        }
        PointsFileProblem problem = assertThrows(PointsFileProblem.class, () -> read(nine.toString()));
        assertEquals(9, problem.line());
        assertTrue(problem.getMessage().contains("at most 8 classes"), problem.getMessage());
        String many = "1,2,0\n".repeat(PaintedPoints.MOST_POINTS);
        problem = assertThrows(PointsFileProblem.class, () -> read(many + "1,2,0\n"));
        assertEquals(PaintedPoints.MOST_POINTS + 1, problem.line());
        assertTrue(problem.getMessage().contains("at most 20000 points"), problem.getMessage());
    }

    @Test
    void whatIsNoTextOrNotThereIsSaid() throws IOException {
        Path file = folder.resolve("points.csv");
        Files.write(file, "0,0,0\n1,1,M\u00fcll\n".getBytes(StandardCharsets.ISO_8859_1));
        PointsFileProblem problem = assertThrows(PointsFileProblem.class, () -> PointsFile.read(file));
        assertEquals(2, problem.line());
        assertTrue(problem.getMessage().contains("UTF-8"), problem.getMessage());
        Files.write(file, "0,0,0".getBytes(StandardCharsets.UTF_16));
        assertThrows(PointsFileProblem.class, () -> PointsFile.read(file));
        assertThrows(PointsFileProblem.class, () -> PointsFile.read(folder));
        problem = assertThrows(PointsFileProblem.class, () -> PointsFile.read(folder.resolve("none.csv")));
        assertTrue(problem.getMessage().contains("there is no such file"), problem.getMessage());
    }

    @Test
    void aRegionShowsAllPointsWithRoomAndTheStandardOneWhereTheyFit() {
        PointSet near = new PointSet(new float[] {-1, -1, 1, 1}, new int[2], 1);
        assertEquals(PlaneRegion.STANDARD, PlaneRegion.around(near));
        PlaneRegion far = PlaneRegion.around(new PointSet(new float[] {100, 0, 300, 50}, new int[2], 1));
        assertEquals(new PlaneRegion(50, 350, -125, 175), far);
        PlaneRegion one = PlaneRegion.around(new PointSet(new float[] {9, 9}, new int[1], 1));
        assertTrue(one.contains(9, 9) && one.width() == 2, one.toString());
    }

    private FilePoints read(String table) throws IOException {
        return PointsFile.read(Files.writeString(folder.resolve("points.csv"), table));
    }

    private static List<Integer> labels(FilePoints points) {
        return points.points().points().stream().map(PaintedPoint::label).toList();
    }
}
