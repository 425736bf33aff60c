using System.Globalization;
using CxFunctions.Sandbox.Language.Sentiment;
using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Sandbox.Language;

/// <summary>What is known of one language.</summary>
internal sealed class LanguagePack
{
    public static readonly IReadOnlyList<LanguagePack> All = [new("en", "English"), new("es", "Spanish"), new("pt", "Portuguese")];

    private LanguagePack(string code, string name)
    {
        Code = code;
        Name = name;
        foreach (var (phrase, value) in LexiconFiles.Pairs($"afinn.{code}.tsv")
            .Concat(LexiconFiles.Pairs($"service.{code}.tsv"))
            .Concat(LexiconFiles.Pairs("emoji.tsv")))
        {
            Valences[phrase] = double.Parse(value, CultureInfo.InvariantCulture);
        }

        foreach (var (kind, phrase) in LexiconFiles.Pairs($"modifiers.{code}.tsv"))
        {
            (kind is "solver" or "trouble" ? Repairs : Modifiers)[phrase] = Enum.Parse<Modifier>(kind, ignoreCase: true);
        }

        Targets = LexiconFiles.Words($"targets.{code}.txt").Select(Folding.Fold).ToHashSet();
        StopWords = LexiconFiles.Words($"stopwords.{code}.txt").Select(Folding.Fold).ToHashSet();
    }

    /// <summary>ISO 639-1.</summary>
    public string Code { get; }

    /// <summary>In English, as the service names it.</summary>
    public string Name { get; }

    /// <summary>Words and phrases by valence, -5 to 5; 0 says that a word means nothing here.</summary>
    public Phrases<double> Valences { get; } = new();

    /// <summary>Words that change what others mean.</summary>
    public Phrases<Modifier> Modifiers { get; } = new();

    /// <summary>Verbs of solving and the troubles they solve.</summary>
    public Phrases<Modifier> Repairs { get; } = new();

    public IReadOnlySet<string> Targets { get; }

    public IReadOnlySet<string> StopWords { get; }

    /// <summary>The pack for a code such as <c>es</c> or <c>pt-BR</c>, or null.</summary>
    public static LanguagePack? For(string code) =>
        All.FirstOrDefault(pack => code.Split('-', '_')[0].Equals(pack.Code, StringComparison.OrdinalIgnoreCase));
}
