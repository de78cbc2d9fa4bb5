using Casus.Core.Text;

namespace Casus.LanguageServer.Names;

/// <summary>What a name of a text is the name of.</summary>
internal enum NameKind
{
    Party,
    State,
    Group,

    /// <summary>A role that parties were given, and so the group of all who have it: guarantors.</summary>
    Role,
    Body,
    Line,
    Zone,
    Conduct,

    /// <summary>What a `means` sentence defines.</summary>
    Term,

    /// <summary>A quality that a sentence gives a standard: an incident is deliberate when ...</summary>
    Quality,
    Bracket,
    Article,
    Clause,
}

/// <summary>
/// A thing with a name. <see cref="Name"/> is as declared, of a term and a role in the singular; of an article or a
/// clause it is the number.
/// </summary>
internal sealed record NamedThing(NameKind Kind, string Name, TextSpan Declaration)
{
    /// <summary>The words may stand in the plural.</summary>
    public bool HasPlural => Kind is NameKind.Term or NameKind.Conduct or NameKind.Role;
}

/// <summary>A place where a thing is named.</summary>
internal readonly record struct Occurrence(NamedThing Thing, TextSpan Span, bool IsDeclaration);
