console.log('no schema yet');
