namespace CxFunctions.Sandbox.Language.Sentiment;

/// <summary>How a word changes what others mean.</summary>
internal enum Modifier
{
    None,

    /// <summary>Turns the next assessment round: not, sin, não.</summary>
    Negator,

    /// <summary>Makes it stronger: very, muy, muito.</summary>
    Booster,

    /// <summary>Makes it weaker: a bit, un poco, meio.</summary>
    Damper,

    /// <summary>What follows weighs more than what went before: but, pero, mas.</summary>
    Contrast,

    /// <summary>What follows weighs less: although, aunque, embora.</summary>
    Concession,

    /// <summary>A verb of solving.</summary>
    Solver,

    /// <summary>What can be solved; once it is, it is no complaint any more.</summary>
    Trouble,
}
