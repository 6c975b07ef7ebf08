using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>That an official or agency is in something that connects it with others.</summary>
/// <param name="Entity">The official or agency.</param>
/// <param name="Via">What connects: a meeting, an agreement, a tenure.</param>
/// <param name="Fact">The fact that says so: a participation, a party, the tenure itself.</param>
internal readonly record struct Incidence(NodeKey Entity, NodeKey Via, long Fact);
