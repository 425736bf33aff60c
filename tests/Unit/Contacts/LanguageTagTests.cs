using CxFunctions.Contacts.Spelling;

namespace CxFunctions.Tests.Unit.Contacts;

public class LanguageTagTests
{
    [Theory]
    [InlineData("es", "es")]
    [InlineData("es-PE", "es-PE")]
    [InlineData("es_PE", "es-PE")]
    [InlineData("pt-br", "pt-br")]
    [InlineData("es-419", "es-419")]
    [InlineData("spa", "spa")]
    [InlineData("es-u-ms-metric", "es-u-ms-metric")]
    [InlineData("pt-BR-x-foo", "pt-BR-x-foo")]
    [InlineData("en-US-u-ca-gregory-nu-latn", "en-US-u-ca-gregory-nu-latn")]
    [InlineData("de-CH-1901", "de-CH-1901")]
    [InlineData("sl-rozaj-biske-1994", "sl-rozaj-biske-1994")]
    [InlineData("zh-Hant-TW", "zh-Hant-TW")]
    [InlineData("zh_Hans_CN", "zh-Hans-CN")]
    [InlineData("zh-cmn-Hans-CN", "zh-cmn-Hans-CN")]
    [InlineData("ca-ES-valencia", "ca-ES-valencia")]
    [InlineData("en-a-myext-b-another", "en-a-myext-b-another")]
    [InlineData("en-t-es-x-1", "en-t-es-x-1")]
    [InlineData("x-whatever", "x-whatever")]
    [InlineData("qaa-Qaaa-QM-x-southern", "qaa-Qaaa-QM-x-southern")]
    [InlineData("i-klingon", "i-klingon")]
    [InlineData("en-GB-oed", "en-GB-oed")]
    [InlineData("zh-min-nan", "zh-min-nan")]
    [InlineData("\u202aes-PE\u202c", "es-PE")]
    [InlineData("es\u2011PE", "es-PE")]
    [InlineData(" es-PE ", "es-PE")]
    public void Every_well_formed_tag_is_taken(string text, string tag) => Assert.Equal(tag, LanguageTag.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("Spanish (Peru)")]
    [InlineData("español")]
    [InlineData("es-")]
    [InlineData("-es")]
    [InlineData("es--PE")]
    [InlineData("es-P")]
    [InlineData("es-u")]
    [InlineData("es-x")]
    [InlineData("a-DE")]
    [InlineData("es-abcdefghi")]
    [InlineData("es-PE-PE")]
    [InlineData("es_PE.UTF-8")]
    [InlineData("\u212Aa")]
    [InlineData("i-nothing")]
    [InlineData("12")]
    public void What_is_not_well_formed_is_not(string text) => Assert.Null(LanguageTag.Parse(text));
}
