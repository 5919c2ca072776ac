"""Small tokenizers of every kind, trained on a few sentences: WordPiece, byte-level BPE, Unigram."""

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import PreTrainedTokenizerFast

SENTENCES = [
    "The train to the harbour leaves at seven; bring the blue folder, please.",
    "Le train part à sept heures et le dossier bleu reste à l'école.",
    "Der Zug fährt um sieben Uhr, und die grüne Mappe bleibt im Büro.",
    "Could you check whether the invoice of March was paid? It wasn't, I think.",
    "Où est-ce que tu as mis la clé ? Je ne l'ai pas vue depuis hier.",
    "El perro duerme, la gata come: nadie contesta al teléfono 12345.",
    "الطقس جميل اليوم في المدينة", "東京は今日も雨です。", "Сегодня снова идёт дождь.",
    "Rain 🌧 again, but the 👩‍👧 next door went out all the same 🎉!",
] * 3

BERT = ["[PAD]", "[CLS]", "[SEP]", "[UNK]", "[MASK]"]
ROBERTA = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]


def wordpiece(lower, size):
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=lower)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    tokenizer.train_from_iterator(SENTENCES, trainers.WordPieceTrainer(vocab_size=size, special_tokens=BERT))
    return bert_like(tokenizer)


def unigram(special, size):
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always")
    unknown = "[UNK]" if special is BERT else "<unk>"
    trainer = trainers.UnigramTrainer(vocab_size=size, special_tokens=special, unk_token=unknown)
    tokenizer.train_from_iterator(SENTENCES, trainer)
    return bert_like(tokenizer) if special is BERT else roberta_like(tokenizer, types=True)


def byte_level(special, size):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    tokenizer.train_from_iterator(
        SENTENCES, trainers.BpeTrainer(vocab_size=size, special_tokens=special, initial_alphabet=alphabet))
    return bert_like(tokenizer) if special is BERT else roberta_like(tokenizer)


def bert_like(tokenizer):
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS]:0 $A:0 [SEP]:0", pair="[CLS]:0 $A:0 [SEP]:0 $B:1 [SEP]:1",
        special_tokens=[("[CLS]", cls), ("[SEP]", sep)])
    return tokenizer, dict(zip(["pad_token", "cls_token", "sep_token", "unk_token", "mask_token"], BERT))


def roberta_like(tokenizer, types=False):
    ids = ("<s>", tokenizer.token_to_id("<s>")), ("</s>", tokenizer.token_to_id("</s>"))
    tokenizer.post_processor = (
        processors.TemplateProcessing(
            single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=list(ids))
        if types else processors.RobertaProcessing(ids[1], ids[0], True, False))
    return tokenizer, {"pad_token": "<pad>", "cls_token": "<s>", "sep_token": "</s>", "unk_token": "<unk>",
                       "mask_token": "<mask>"}


def saved(tokenizer_and_special, folder, longest, **more):
    tokenizer, special = tokenizer_and_special
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, model_max_length=longest, **special, **more)
    fast.save_pretrained(folder)
    return tokenizer.get_vocab_size()
