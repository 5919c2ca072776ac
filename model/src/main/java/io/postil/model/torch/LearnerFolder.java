package io.postil.model.torch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import io.postil.model.Head;
import io.postil.model.checkpoint.Adapter;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.checkpoint.JsonFile;
import io.postil.model.checkpoint.MemoryTensors;
import io.postil.model.checkpoint.SafetensorsWriter;
import io.postil.model.checkpoint.Tensor;
import io.postil.model.train.Fitting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a trained model as a Hugging Face folder: PEFT's adapter_config.json and adapter_model.safetensors, or model.safetensors; and
 * config.json and the tokenizer's files with either.
 *
 * @param start what training began from
 * @param adapterConfig the adapter_config.json to write; unused where all weights are trained
 */
record LearnerFolder(Checkpoint start, TrainedModel model, ObjectNode adapterConfig) {

    void write(Path folder, TorchModule module) {
        try {
            Files.createDirectories(folder);
            for (String name :
                    List.of("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt")) {
                Path source = start.file(name);
                if (Files.exists(source)) {
                    Files.copy(source, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new CheckpointException(folder + ": cannot be written", e);
        }
        JsonFile.write(folder.resolve("config.json"), model.config().json());
        if (model.lora().isPresent()) {
            JsonFile.write(folder.resolve("adapter_config.json"), adapterConfig);
            SafetensorsWriter.write(folder.resolve("adapter_model.safetensors"), tensors(module, Adapter.PREFIX));
        } else {
            SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors(module, ""));
        }
    }

    private MemoryTensors tensors(TorchModule module, String prefix) {
        List<TrainedModel.Named> stored = model.parameters().stream()
                .filter(named -> named.trained() || model.lora().isEmpty())
                .toList();
        Map<String, float[]> values = module.parameters(stored.stream()
                .map(named -> ScriptText.identifier(named.name()))
                .collect(Collectors.toSet()));
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (TrainedModel.Named named : stored) {
            String name = prefix + model.config().encoder().fullName(named.name());
            boolean factor = name.endsWith(".lora_A") || name.endsWith(".lora_B");
            tensors.put(
                    factor ? name + ".weight" : name,
                    new Tensor(named.shape(), values.get(ScriptText.identifier(named.name()))));
        }
        return new MemoryTensors(tensors);
    }

    /** The adapter_config.json of a new adapter, with the keys that PEFT writes. */
    static ObjectNode adapterConfig(String base, Head head, Fitting.LowRank adapter) {
        ObjectNode json = JsonFile.object()
                .put("peft_type", "LORA")
                .put("task_type", head == Head.SEQUENCE ? "SEQ_CLS" : "TOKEN_CLS")
                .put("base_model_name_or_path", base)
                .put("r", adapter.rank())
                .put("lora_alpha", adapter.alpha())
                .put("lora_dropout", adapter.dropout())
                .put("bias", "none")
                .put("fan_in_fan_out", false)
                .put("inference_mode", true)
                .put("init_lora_weights", true)
                .put("use_rslora", false)
                .put("use_dora", false);
        if (adapter.targets().equals(List.of("all-linear"))) {
            json.put("target_modules", "all-linear");
        } else {
            adapter.targets().forEach(json.putArray("target_modules")::add);
        }
        adapter.modulesToSave().forEach(json.putArray("modules_to_save")::add);
        json.putObject("rank_pattern");
        json.putObject("alpha_pattern");
        return json.putNull("layers_to_transform").putNull("layers_pattern").putNull("revision");
    }
}
