"""The words of asking in Chinese, Japanese, Korean and Thai, which no stop words reach."""

from corpus.lazy_patterns import lazily

# None that begins or ends other words: 几 is in Guinea, どう in grapes.
_CHINESE = (
    "什么时候|什麼時候|甚么|甚麼|为什么|為什麼|什么|什麼|怎么样|怎麼樣|怎么|怎麼|怎样|怎樣|如何|为何|為何|哪里|哪裡|哪兒|"
    "哪儿|哪些|哪个|哪個|哪位|谁|誰|何时|何時|何地|何人|多少|是否|请问|請問|(?:吗|嗎|呢)(?=[?？。！\\s]|$)"
)
_JAPANESE = (
    "いつ(?![もか])|どこ|だれ|なに|なぜ|何故|どうして|どうやって|どのように|どのような|どのくらい|どの|どれ|どんな|"
    "いくら|いくつ|何(?=[をがはにでと])|(?:でしょう|でした|ました|ます|です|の|た)?か(?=[?？。]|$)"
)
_KOREAN = (
    r"(?<!\S)(?:무엇|무슨|뭐|뭘|누구|누가|언제|어디|왜|어떻게|어떤|얼마나|얼마|몇|어느)"
    r"(?:을|를|이|가|에|에서|의|은|는|와|과|로|인가|인가요)?(?=[?？.\s]|$)"
)
_THAI = (
    "คืออะไร|อะไร(?!หล่)|ใคร(?!่)|ที่ไหน|เมื่อไหร่|เมื่อไร|เมื่อใด|ตอนไหน|เท่าไหร่|เท่าไร|เท่าใด|อย่างไร|"
    "ยังไง|ทำไม|เพราะเหตุใด|หรือไม่|หรือเปล่า|ใช่ไหม|(?<!ผ้า)(?<!เส้น)(?:ไหม|มั้ย)(?=[?\\s]|$)|กี่(?=[ก-ฮเ-ไ])"
)
_ASKING = lazily(f"{_CHINESE}|{_JAPANESE}|{_KOREAN}|{_THAI}")
_UNSPACED = lazily(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def without_asking(text: str) -> str:
    """The text without the words that only ask, unless nothing else is left."""
    if text.isascii() or not _UNSPACED.search(text):
        return text
    left = _ASKING.sub(" ", text)
    return left if any(map(str.isalnum, left)) else text
