package io.postil.model.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.postil.model.DeviceName;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The devices of this machine that the native library can use. */
final class Devices {

    private Devices() {}

    /**
     * The device of that name.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    static Device find(DeviceName name) {
        NativeSetting.apply();
        return name.equals(DeviceName.CPU)
                ? Device.cpu()
                : find(name, Engine.getEngine("PyTorch").getGpuCount());
    }

    /** The same on a machine with so many GPUs. */
    static Device find(DeviceName name, int gpus) {
        if (name.equals(DeviceName.AUTO)) {
            return gpus > 0 ? Device.gpu(0) : Device.cpu();
        }
        if (name.gpu().isEmpty()) {
            return Device.cpu();
        }
        int wanted = name.gpu().getAsInt();
        if (wanted >= gpus) {
            String there = Stream.concat(
                            Stream.of(DeviceName.CPU), IntStream.range(0, gpus).mapToObj(DeviceName::cuda))
                    .map(DeviceName::name)
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "device: " + name.name() + " is not there (the native library can use: " + there + ")");
        }
        return Device.gpu(wanted);
    }

    /** What a device that was found is called. */
    static DeviceName name(Device device) {
        return device.isGpu() ? DeviceName.cuda(device.getDeviceId()) : DeviceName.CPU;
    }
}
