namespace GraphNews.Graph.Costs;

/// <summary>What the schema says of a field's cost.</summary>
/// <param name="Type">The name of the type that it leads to, inside lists and non-null marks.</param>
/// <param name="IsList">Whether it leads to a list.</param>
/// <param name="Weight">What it weighs itself.</param>
/// <param name="Size">How long its list, or that of the fields below it, is taken to be; null if the schema does not say.</param>
/// <param name="Arguments">Its arguments by name.</param>
internal sealed record CostedField(string Type, bool IsList, double Weight, ListSize? Size, IReadOnlyDictionary<string, CostedInput> Arguments);

/// <summary>What the schema says of the cost of an argument, or of a field of an input.</summary>
/// <param name="Type">The name of its type, inside lists and non-null marks.</param>
/// <param name="Weight">What it weighs wherever it is given.</param>
internal sealed record CostedInput(string Type, double Weight);

/// <summary>What <c>@listSize</c> says.</summary>
/// <param name="Assumed">The length where the arguments do not say.</param>
/// <param name="Longest">The longest that they may ask for: more is refused where the list would be read.</param>
/// <param name="SlicingArguments">The arguments that ask for a length.</param>
/// <param name="SizedFields">The fields below that are the list; empty if it is the field itself.</param>
internal sealed record ListSize(double Assumed, double Longest, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields);
