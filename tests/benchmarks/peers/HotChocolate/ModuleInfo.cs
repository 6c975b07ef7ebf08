[assembly: Module("PeerTypes")]
