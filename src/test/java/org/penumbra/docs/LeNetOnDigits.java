package org.penumbra.docs;

import java.io.File;
import java.io.IOException;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;

/** Trains LeNet on built-in digits with DL4J alone and writes it to the file that is named. */
public final class LeNetOnDigits {

    public static void main(String[] arguments) throws IOException {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(2e-3))
                .activation(Activation.RELU)
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5).nOut(20).build())
                .layer(new SubsamplingLayer.Builder().stride(2, 2).build())
                .layer(new ConvolutionLayer.Builder(5, 5).nOut(50).build())
                .layer(new SubsamplingLayer.Builder().stride(2, 2).build())
                .layer(new DenseLayer.Builder().nOut(100).build())
                .layer(new OutputLayer.Builder()
                        .nOut(10)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutionalFlat(28, 28, 1))
                .build());
        network.init();
        ImageSet digits = new BuiltInDigits(1280, 1, 7).make().training();
        for (int from = 0; from < digits.count(); from += 32) {
            INDArray images = Nd4j.create(32, 784);
            INDArray labels = Nd4j.create(32, 10);
            for (int i = 0; i < 32; i++) {
                images.putRow(i, Nd4j.create(digits.image(from + i)));
                labels.putScalar(i, digits.label(from + i), 1);
            }
            network.fit(images, labels);
        }
        ModelSerializer.writeModel(network, new File(arguments[0]), false);
    }
}
